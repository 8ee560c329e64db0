import { Duration, Elapsed } from '../../time';

/**
 * How long something took, or takes, ticking while it goes on. Nothing where that is not known.
 * @internal
 */
export function Lasting(props: {
  startedAt: string | undefined;
  finishedAt: string | undefined;
  isRunning: boolean;
}) {
  const { startedAt, finishedAt, isRunning } = props;
  if (!startedAt) {
    return null;
  }
  if (finishedAt) {
    const ms = Date.parse(finishedAt) - Date.parse(startedAt);
    return (
      <span>
        <Duration ms={ms} />
      </span>
    );
  }
  return isRunning ? <Elapsed since={startedAt} /> : null;
}
