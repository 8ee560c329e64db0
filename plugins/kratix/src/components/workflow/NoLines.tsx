import type { LiveLog } from '../../hooks';
import { useTexts } from '../../translation';
import { LogMessage } from './LogMessage';
import { LogProblem } from './LogProblem';
import styles from './log.module.css';

/**
 * What stands where the lines of a log would, while there is none.
 * @internal
 */
export function NoLines({ log, platform }: { log: LiveLog; platform: string }) {
  const { t } = useTexts();
  const { state } = log;
  switch (state.type) {
    case 'loading':
    case 'reconnecting':
      return <LogMessage reason={state.type} />;
    case 'unavailable':
      return <LogMessage reason={state.reason} message={state.message} />;
    case 'failed':
      return (
        <LogProblem
          problem={state.problem}
          platform={platform}
          onRetry={log.retry}
        />
      );
    case 'following':
      return <div className={styles.empty}>{t('log.emptyYet')}</div>;
    case 'ended':
    case 'limit':
      return <div className={styles.empty}>{t('log.empty')}</div>;
    default:
      return state satisfies never;
  }
}
