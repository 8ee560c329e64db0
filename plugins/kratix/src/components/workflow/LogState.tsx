import type { LiveLog } from '../../hooks';
import { useSay, useTexts } from '../../translation';

/**
 * How far a log has been read, or why it cannot be.
 * @internal
 */
export function LogState({ log: { state } }: { log: LiveLog }) {
  const { t } = useTexts();
  const say = useSay();
  switch (state.type) {
    case 'loading':
    case 'following':
    case 'reconnecting':
    case 'ended':
    case 'limit':
      return <>{t(`log.${state.type}`)}</>;
    case 'unavailable':
      return <>{t(`log.unavailable.${state.reason}`)}</>;
    case 'failed':
      return <>{say(state.problem.wording, state.problem.message)}</>;
    default:
      return state satisfies never;
  }
}
