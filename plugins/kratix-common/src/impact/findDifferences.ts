import type { JsonObject, JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import { isObject } from '../kubernetes/reading/readField';
import type { FieldDifference } from './RequestImpact';
import { fieldPath } from './schema/readSchema';

/** More than a person reads; the rest is not listed. */
const MAX_DIFFERENCES = 200;

/**
 * Where two objects differ, at the deepest place that both have; lists are compared entry by entry.
 * @internal
 */
export function findDifferences(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path = '',
): FieldDifference[] {
  return [...walk(before, after, path)].slice(0, MAX_DIFFERENCES);
}

function* walk(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: string,
): Iterable<FieldDifference> {
  if (equal(before, after)) {
    return;
  }
  if (isObject(before) && isObject(after)) {
    const [old, now] = [before as JsonObject, after as JsonObject];
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      yield* walk(own(old, key), own(now, key), fieldPath(path, key));
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) {
      yield* walk(before[index], after[index], `${path}[${index}]`);
    }
    return;
  }
  yield {
    path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
