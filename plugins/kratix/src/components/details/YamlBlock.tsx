import { useMemo } from 'react';
import { stringify } from 'yaml';
import { CopyButton } from '../copy/CopyButton';
import styles from './details.module.css';

/** A status may hold megabytes; a page that renders them stops answering. */
const maximumLength = 100_000;

/**
 * A value as YAML, to read and to copy.
 * @internal
 */
export default function YamlBlock(props: { title: string; value: unknown }) {
  const { title, value } = props;
  const text = useMemo(() => stringify(value, { lineWidth: 0 }), [value]);
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        {title}
        <CopyButton text={text} what={title} />
      </figcaption>
      {/* Scrolls, so the keyboard must reach it. */}
      <pre className={styles.code} tabIndex={0}>
        {text.slice(0, maximumLength)}
      </pre>
    </figure>
  );
}
