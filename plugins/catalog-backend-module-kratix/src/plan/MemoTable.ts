/**
 * Results by key, each with what it was made from: made again only when one of its inputs is another
 * object. Snapshots share what did not change, so that a change costs the changed objects only (design
 * decision 2).
 * @internal
 */
export type MemoTable<T> = ReadonlyMap<string, MemoEntry<T>>;

/** @internal */
export interface MemoEntry<T> {
  readonly inputs: readonly unknown[];
  readonly result: T;
}

/**
 * The earlier result when its inputs are the same, else a new one.
 * @internal
 */
export function recall<T>(
  table: MemoTable<T> | undefined,
  key: string,
  inputs: readonly unknown[],
  make: (earlier: T | undefined) => T,
): MemoEntry<T> {
  const entry = table?.get(key);
  return entry && isSameInputs(inputs, entry.inputs)
    ? entry
    : { inputs, result: make(entry?.result) };
}

/**
 * Whether these are the very same values.
 * @internal
 */
export function isSameInputs(
  a: readonly unknown[],
  b: readonly unknown[],
): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
