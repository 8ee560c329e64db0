import { useTexts } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import styles from './Command.module.css';

/**
 * A command to copy, and what it is for.
 * @internal
 */
export function Command(props: { purpose: string; command: string }) {
  const { purpose, command } = props;
  const { t } = useTexts();
  return (
    <div className={styles.command}>
      <span className={styles.purpose}>{purpose}</span>
      {/* Scrolls, so the keyboard must reach it. */}
      <code className={styles.code} tabIndex={0}>
        {command}
      </code>
      <CopyButton text={command} what={t('command.what')} />
    </div>
  );
}
