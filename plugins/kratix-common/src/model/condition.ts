/**
 * One entry of `status.conditions`, as every Kratix object carries them.
 * @public
 */
export interface Condition {
  readonly type: string;
  /** Anything but these three is read as `Unknown`. */
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  /** RFC 3339. */
  readonly lastTransitionTime?: string;
}

/**
 * The condition of a type, or undefined: the order of conditions is not stable (kratix-domain 2.3).
 * @public
 */
export function findCondition(
  conditions: readonly Condition[],
  type: string,
): Condition | undefined {
  return conditions.find(condition => condition.type === type);
}
