import { formatUnit } from './formatUnit';

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/**
 * A duration in its two largest units, in the reader's language: `48 s`, `2 min 5 s`, `3 h 10 min`, `3 d 4 h`.
 * @internal
 */
export function formatDuration(durationMs: number, language: string): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const amounts = units.map(({ unit, seconds: size }, index) => {
    const larger = units[index - 1];
    const rest = larger ? seconds % larger.seconds : seconds;
    return { unit, amount: Math.floor(rest / size) };
  });
  const first = amounts.findIndex(({ amount }) => amount > 0);
  const shown =
    first === -1 ? amounts.slice(-1) : amounts.slice(first, first + 2);
  return shown
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ unit, amount }) => formatUnit(amount, unit, { language }))
    .join(' ');
}
