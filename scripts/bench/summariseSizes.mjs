/** The whole result of some sizes: the worst of them where there is one figure for all. */
export function summariseSizes(measured) {
  const sizes = measured.map(([, size]) => size);
  const worst = read => Math.max(...sizes.map(read));
  const idle = sizes.find(size => size.idle)?.idle;
  return {
    requests: Object.fromEntries(measured),
    perStatusChange: {
      mutations: worst(size => size.perStatusChange.mutations),
      entities: worst(size => size.perStatusChange.entities),
      mutationsWithinPhase: worst(size => size.perChangeWithinPhase.mutations),
    },
    ...(idle && { idleRequestsPerMinutePerKind: idle.perMinutePerKind }),
    changeToHintSeconds: {
      p50: worst(size => size.changeToHintSeconds.p50),
      p95: worst(size => size.changeToHintSeconds.p95),
    },
  };
}
