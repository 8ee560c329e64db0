/**
 * A time before now, as Kubernetes writes it.
 */
export function ago(
  nowMs: number,
  back: { days?: number; hours?: number; minutes?: number; seconds?: number },
): string {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = back;
  const backSeconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(nowMs - backSeconds * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}
