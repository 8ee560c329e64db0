import { formatExact, formatRelative } from './formatRelative';
import { useLanguage } from './useLanguage';
import { useNow } from './useNow';

/**
 * A time as people say it, the exact one on hover. Renders the text as given when it is no time.
 * @internal
 */
export function RelativeTime({ time }: { time: string | number }) {
  const language = useLanguage();
  const nowMs = useNow(10_000);
  const timeMs = typeof time === 'number' ? time : Date.parse(time);
  if (Number.isNaN(timeMs)) {
    return <>{time}</>;
  }
  return (
    <time
      dateTime={new Date(timeMs).toISOString()}
      title={formatExact(timeMs, language)}
    >
      {formatRelative(timeMs, { nowMs, language })}
    </time>
  );
}
