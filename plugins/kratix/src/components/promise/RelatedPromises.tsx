import type {
  RelatedPromise,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { EntityName } from '../entity/EntityName';
import { Section } from '../section/Section';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './promise.module.css';

/**
 * Other services that one needs, or that need it. Nothing where there are none.
 * @internal
 */
export function RelatedPromises(props: {
  title: string;
  promises: readonly RelatedPromise[];
  toneOf?: (promise: RelatedPromise) => Tone;
  noteOf?: (promise: RelatedPromise) => string | undefined;
}) {
  const { title, promises, toneOf, noteOf } = props;
  if (promises.length === 0) {
    return null;
  }
  return (
    <Section title={title}>
      <ul className={styles.requirements}>
        {promises.map(promise => (
          <li
            key={`${promise.name} ${promise.version ?? ''}`}
            className={styles.requirement}
          >
            {toneOf && <ToneIcon tone={toneOf(promise)} size="small" />}
            <span>
              <EntityName entityRef={promise.entityRef} title={promise.title} />{' '}
              {promise.version}
              <span className={styles.group}>{noteOf?.(promise)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
