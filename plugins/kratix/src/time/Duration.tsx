import { formatDuration } from './formatDuration';
import { useLanguage } from './useLanguage';

/**
 * How long something took.
 * @internal
 */
export function Duration({ ms }: { ms: number }) {
  return <>{formatDuration(ms, useLanguage())}</>;
}
