const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/**
 * A duration in its two largest units: `48s`, `2m 5s`, `3h 10m`, `3d 4h`.
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
    .map(({ unit, amount }) => formatUnit(amount, unit, language))
    .join(' ');
}

function formatUnit(amount: number, unit: string, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
  }).format(amount);
}
