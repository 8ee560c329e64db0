/** Kratix's own default (kratix-domain 2.4). */
const DEFAULT_MS = 10 * 60 * 60_000;

const unitMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};

/**
 * How often Kratix runs a workflow again by itself, from annotation `kratix.io/reconciliation-interval` of the
 * Promise: a Go duration of at least a minute (kratix-domain 3.6).
 * @public
 */
export function readReconciliationIntervalMs(
  annotations: Readonly<Record<string, string>>,
): number {
  const text = annotations['kratix.io/reconciliation-interval'] ?? '';
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text) || text.length > 32) {
    return DEFAULT_MS;
  }
  const ms = [...text.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (unitMs[unit ?? ''] ?? 0),
    0,
  );
  return ms >= 60_000 ? ms : DEFAULT_MS;
}
