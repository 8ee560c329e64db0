/**
 * How long to wait before the attempt after `failures` failed ones: doubling, bounded, and spread out, so
 * that many clients do not come back at the same moment.
 * @public
 */
export function backoffDelay(options: {
  failures: number;
  minMs: number;
  maxMs: number;
  random: () => number;
}): number {
  const exponent = Math.min(Math.max(options.failures - 1, 0), 30);
  const full = Math.min(options.minMs * 2 ** exponent, options.maxMs);
  return full * (0.5 + options.random() / 2);
}
