import type { RolloutChoice } from './useRolloutChoice';

/**
 * The values that the form of a rollout starts with. What was picked by hand counts before labels.
 * @internal
 */
export function toRolloutForm(
  promise: string,
  { version, batchSize, labels, names }: RolloutChoice,
): Record<string, unknown> {
  return {
    promise,
    version,
    batchSize,
    ...scopeOf(names, labels.trim()),
  };
}

function scopeOf(names: ReadonlySet<string>, labels: string) {
  if (names.size > 0) {
    return { scope: 'named', requests: [...names].sort() };
  }
  return labels ? { scope: 'labelled', labels } : { scope: 'all' };
}
