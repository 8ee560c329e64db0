import type { JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/readField';

/**
 * A request's `spec` as values for its form: the way back from `pruneFormValues`. Only number-or-text
 * differs: the form shows it as text.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function toFormValues(
  apiSchema: JsonObject,
  spec: JsonObject,
): JsonObject {
  return toFormObject(spec, specSchemaOf(apiSchema) ?? {});
}

/**
 * One value of a `spec` as its form holds it.
 * @internal
 */
export function toFormValue(
  value: JsonValue | undefined,
  schema: CrdSchema,
): JsonValue | undefined {
  const kind = nodeKindOf(schema);
  if (kind === 'intOrString' && typeof value === 'number') {
    return String(value);
  }
  if (kind === 'array' && Array.isArray(value)) {
    const itemSchema = asSchema(schema.items);
    return value.map(item => toFormValue(item, itemSchema) ?? null);
  }
  if ((kind === 'object' || kind === 'map') && isObject(value)) {
    return toFormObject(value as JsonObject, schema);
  }
  return value;
}

function toFormObject(value: JsonObject, schema: CrdSchema): JsonObject {
  const properties = asSchema(schema.properties);
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      toFormValue(
        child,
        Object.hasOwn(properties, name)
          ? asSchema(properties[name])
          : asSchema(schema.additionalProperties),
      ),
    ]),
  );
}
