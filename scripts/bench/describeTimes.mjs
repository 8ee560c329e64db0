/** Median, 95th percentile (nearest rank) and worst of some seconds. */
export function describeTimes(seconds) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = share =>
    Number(sorted[Math.ceil(sorted.length * share) - 1].toFixed(3));
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
