/** Median, 95th percentile (nearest rank) and worst of some times. */
export function describeTimes(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share => Math.round(sorted[Math.ceil(sorted.length * share) - 1]);
  return {
    samples: sorted.length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
  };
}
