import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The same value with its keys in the order of another, so that a difference between them shows what differs
 * and not what moved. New keys come last.
 * @internal
 */
export function orderLike<T extends JsonValue>(
  value: T,
  model: JsonValue | undefined,
): T {
  if (!isJsonObject(value)) {
    return (
      Array.isArray(value)
        ? value.map((item, index) =>
            orderLike(item, Array.isArray(model) ? model[index] : undefined),
          )
        : value
    ) as T;
  }
  const known = isJsonObject(model) ? model : {};
  const names = new Set([
    ...Object.keys(known).filter(name => Object.hasOwn(value, name)),
    ...Object.keys(value),
  ]);
  return Object.fromEntries(
    [...names].map(name => {
      const child = value[name];
      return [
        name,
        child === undefined ? child : orderLike(child, known[name]),
      ];
    }),
  ) as T;
}

function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
