import type { JsonObject, JsonValue } from '@backstage/types';
import { asSchema, nodeKindOf, type CrdSchema } from '../crdSchema/crdSchema';
import { requiredByChoice } from '../crdSchema/readAlternatives';
import { isObject } from '../kubernetes/reading/readField';

/**
 * Whether nothing was filled in: an optional object is not there for the empty lists that it would have to
 * hold. What an editor handed over is always meant.
 * @internal
 */
export function isHollow(
  value: JsonValue | undefined,
  schema: CrdSchema,
  isCertain: boolean,
): boolean {
  const kind = nodeKindOf(schema);
  const isEmptied = isFilled(schema.default) && isCertain;
  if (kind === 'object' && isObject(value)) {
    const properties = asSchema(schema.properties);
    return (
      !isEmptied &&
      requiredByChoice(value as JsonObject, schema).size === 0 &&
      Object.entries(value as JsonObject).every(
        ([name, child]) =>
          Object.hasOwn(properties, name) &&
          isHollow(child, asSchema(properties[name]), isCertain),
      )
    );
  }
  if (kind === 'array' || kind === 'map') {
    return isEmpty(value) && !isEmptied;
  }
  return value === '';
}

/** Whether a default is an object or a list with something in it. @internal */
export function isFilled(preset: unknown): boolean {
  return typeof preset === 'object' && preset !== null && !isEmpty(preset);
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
