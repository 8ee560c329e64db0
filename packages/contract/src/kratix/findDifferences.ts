import { isDeepStrictEqual } from 'node:util';

/** One place where two values differ. @internal */
export interface Difference {
  /** E.g. `moments.ready.Work/<Work plan 1>.spec.promiseName`. */
  readonly path: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/**
 * Where two values differ, as deep as possible. Objects of the API are told apart by kind and name, conditions
 * by type, so that one that is missing does not shift all that follow.
 * @internal
 */
export function findDifferences(
  expected: unknown,
  received: unknown,
  path = '',
): Difference[] {
  const [left, right] = [expected, received].map(toRecord);
  if (left && right) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys
      .sort()
      .flatMap(key =>
        findDifferences(
          left[key],
          right[key],
          path === '' ? key : `${path}.${key}`,
        ),
      );
  }
  return isDeepStrictEqual(expected, received)
    ? []
    : [{ path, expected, received }];
}

function toRecord(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const keys = value.map(keyOf);
    const isKeyed =
      keys.every(key => key !== undefined) &&
      new Set(keys).size === keys.length;
    return isKeyed && value.length > 0
      ? Object.fromEntries(
          value.map((item, index) => [String(keys[index]), item]),
        )
      : undefined;
  }
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) {
    return undefined;
  }
  const { kind, metadata, type, name } = item as {
    kind?: string;
    metadata?: { name?: string };
    type?: string;
    name?: string;
  };
  return kind ? `${kind}/${metadata?.name ?? ''}` : type ?? name;
}
