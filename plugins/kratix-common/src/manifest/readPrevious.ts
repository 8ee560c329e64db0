import type { JsonObject, JsonValue } from '@backstage/types';
import { isPlainName } from '../kubernetes/reading/plainValue';
import { isObject } from '../kubernetes/reading/readField';

/** What no form can hold (`isPlainName`) cannot have been changed in one. @internal */
export function unshown(
  previous: JsonValue | undefined,
): [string, JsonValue][] {
  return Object.entries(isObject(previous) ? previous : {}).flatMap(
    ([name, value]): [string, JsonValue][] =>
      isPlainName(name) ? [] : [[name, value as JsonValue]],
  );
}

/** What was at a place of an object or a list. @internal */
export function childOf(
  parent: JsonValue | undefined,
  name: string | number,
): JsonValue | undefined {
  if (Array.isArray(parent)) {
    return typeof name === 'number' ? parent[name] : undefined;
  }
  return isObject(parent) && Object.hasOwn(parent, name)
    ? (parent as JsonObject)[name]
    : undefined;
}
