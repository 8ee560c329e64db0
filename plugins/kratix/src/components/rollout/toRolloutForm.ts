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
    ...(names.size > 0
      ? { scope: 'named', requests: [...names].sort() }
      : labels.trim()
      ? { scope: 'labelled', labels: labels.trim() }
      : { scope: 'all' }),
  };
}
