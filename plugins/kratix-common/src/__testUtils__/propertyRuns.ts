/**
 * How a property is asked: the same values each time, so that a gate never fails for what another change did.
 * `KRATIX_PROPERTY_SEED=random` and `KRATIX_PROPERTY_RUNS` look further.
 */
export function propertyRuns(numRuns: number) {
  const { KRATIX_PROPERTY_SEED: seed = '2026', KRATIX_PROPERTY_RUNS: runs } =
    process.env;
  return {
    numRuns: runs ? Number(runs) : numRuns,
    ...(seed !== 'random' && { seed: Number(seed) }),
  };
}
