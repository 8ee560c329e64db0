const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const amount = String.raw`\d+(?:\.\d*)?|\.\d+`;
const unit = 'ns|us|µs|μs|ms|s|m|h';
const whole = new RegExp(`^([-+]?)((?:(?:${amount})(?:${unit}))+|0)$`);
const part = new RegExp(`(${amount})(${unit})`, 'g');

/** Milliseconds of what Go's `time.ParseDuration` takes; undefined for anything else. @internal */
export function parseGoDuration(text: string): number | undefined {
  const [, sign, rest = ''] = whole.exec(text) ?? [];
  if (sign === undefined) {
    return undefined;
  }
  const ms = [...rest.matchAll(part)].reduce(
    (sum, [, count, name]) => sum + Number(count) * (unitMs[name ?? ''] ?? 0),
    0,
  );
  return sign === '-' ? -ms : ms;
}

/** As Go's `Duration.String` writes it: `1h0m0s`, `30s`, `500ms`. @internal */
export function formatGoDuration(ms: number): string {
  const size = Math.abs(ms);
  const sign = ms < 0 ? '-' : '';
  if (size === 0) {
    return '0s';
  }
  if (size < 1_000) {
    return `${sign}${belowASecond(size)}`;
  }
  const seconds = size / 1_000;
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return [
    sign,
    hours > 0 ? `${hours}h` : '',
    hours > 0 || minutes > 0 ? `${minutes}m` : '',
    `${rounded(seconds % 60)}s`,
  ].join('');
}

function belowASecond(ms: number): string {
  if (ms >= 1) {
    return `${rounded(ms)}ms`;
  }
  return ms >= 1e-3 ? `${rounded(ms * 1e3)}µs` : `${Math.round(ms * 1e6)}ns`;
}

/** Without what floating point adds: Go counts whole nanoseconds. */
function rounded(value: number): number {
  return Number(value.toFixed(9));
}
