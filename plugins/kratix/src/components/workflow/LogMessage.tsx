import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import styles from './log.module.css';

type Reason = Extract<LogEvent, { type: 'unavailable' }>['reason'];

/**
 * Why there are no lines, in one sentence, and what to make of it.
 * @internal
 */
export function LogMessage(props: {
  reason: Reason | 'skipped' | 'loading' | 'reconnecting';
  message?: string;
}) {
  const { reason, message } = props;
  const { t } = useTexts();
  if (reason === 'loading' || reason === 'reconnecting') {
    return (
      <div className={styles.empty} role="status" aria-busy="true">
        {t(`log.${reason}`)}
      </div>
    );
  }
  return (
    <div className={styles.empty} role="status">
      {t(`log.unavailable.${reason}`)}
      <p>{t(`log.why.${reason}`)}</p>
      {message && <p>{message}</p>}
    </div>
  );
}
