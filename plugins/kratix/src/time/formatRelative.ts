const units = [
  { unit: 'year', ms: 31_536_000_000 },
  { unit: 'month', ms: 2_592_000_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

/** Below this, seconds would only tick without telling anything. */
const nowMs = 10_000;

/**
 * A time as people say it: `3 days ago`, `in 5 minutes`, `now`.
 * @internal
 */
export function formatRelative(
  timeMs: number,
  options: { nowMs: number; language: string },
): string {
  const format = new Intl.RelativeTimeFormat(options.language, {
    numeric: 'auto',
  });
  const distance = timeMs - options.nowMs;
  if (Math.abs(distance) < nowMs) {
    return format.format(0, 'second');
  }
  const { unit, ms } =
    units.find(each => Math.abs(distance) >= each.ms) ?? units[5];
  return format.format(Math.trunc(distance / ms), unit);
}

/**
 * The exact time, in the reader's own zone, for the hover.
 * @internal
 */
export function formatExact(timeMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(timeMs);
}
