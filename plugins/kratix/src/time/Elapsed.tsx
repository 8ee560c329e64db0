import { formatDuration } from './formatDuration';
import { useLanguage } from './useLanguage';
import { useNow } from './useNow';

/**
 * How long something has been going on, ticking.
 * @internal
 */
export function Elapsed({ since }: { since: string }) {
  const nowMs = useNow(1_000);
  const language = useLanguage();
  // Announcing every second would drown a screen reader in numbers.
  return (
    <span aria-live="off">
      {formatDuration(nowMs - Date.parse(since), language)}
    </span>
  );
}
