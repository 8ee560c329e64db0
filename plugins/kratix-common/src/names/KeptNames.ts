/**
 * How the entities of Promises are named that are there and cannot be read now: as they last were. By Promise.
 * @public
 */
export type KeptNames = ReadonlyMap<string, KeptName>;

/**
 * Both are absent for one whose entities have our usual names.
 * @public
 */
export interface KeptName {
  /** The kind that its entities are named after. */
  readonly kind?: string;
  /** The name of its Component, where its author chose it. */
  readonly component?: string;
}
