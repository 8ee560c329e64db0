import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem } from '../../api';
import { useTexts } from '../../translation';
import styles from './log.module.css';

type Reason = Extract<LogEvent, { type: 'unavailable' }>['reason'];

/**
 * Why there are no lines, in one sentence, and what to make of it.
 * @internal
 */
export function LogMessage(
  props:
    | {
        reason: Reason | 'skipped' | 'loading' | 'reconnecting';
        message?: string;
        problem?: undefined;
      }
    | { problem: ApiProblem },
) {
  const { t } = useTexts();
  if (props.problem) {
    const { kind, message } = props.problem;
    return (
      <div className={styles.empty} role="alert">
        {kind === 'unreachable'
          ? t('problem.noAnswer')
          : t(`problem.${kind === 'notFound' ? 'failed' : kind}`)}
        <p>{message}</p>
      </div>
    );
  }
  const { reason, message } = props;
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
