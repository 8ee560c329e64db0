/** Symbols that need no translation (SI, and those accepted for use with it). */
const units = [
  { symbol: 'd', seconds: 86_400 },
  { symbol: 'h', seconds: 3_600 },
  { symbol: 'min', seconds: 60 },
  { symbol: 's', seconds: 1 },
] as const;

/**
 * A duration in its two largest units: `48 s`, `2 min 5 s`, `3 h 10 min`, `3 d 4 h`.
 * @internal
 */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const amounts = units.map(({ symbol, seconds: size }, index) => {
    const larger = units[index - 1];
    const rest = larger ? seconds % larger.seconds : seconds;
    return { symbol, amount: Math.floor(rest / size) };
  });
  const first = amounts.findIndex(({ amount }) => amount > 0);
  const shown =
    first === -1 ? amounts.slice(-1) : amounts.slice(first, first + 2);
  return shown
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ symbol, amount }) => `${amount} ${symbol}`)
    .join(' ');
}
