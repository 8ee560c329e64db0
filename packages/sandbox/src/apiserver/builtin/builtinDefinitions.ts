import type { JsonSchema } from '../schema/JsonSchema';
import definitions from './definitions.json';

interface Definitions {
  /** As written, with `$ref` naming another definition. */
  readonly raw: ReadonlyMap<string, JsonSchema>;
  /** With references replaced by what they mean; a type that holds itself makes a cycle. */
  readonly linked: ReadonlyMap<string, JsonSchema>;
}

const memo: { definitions?: Definitions } = {};

/** The schemas that scripts/generate-builtin-schemas.mjs wrote. @internal */
export function builtinDefinitions(): Definitions {
  memo.definitions ??= link(
    new Map(
      Object.entries(definitions as unknown as Record<string, JsonSchema>),
    ),
  );
  return memo.definitions;
}

function link(raw: ReadonlyMap<string, JsonSchema>): Definitions {
  const linked = new Map<string, JsonSchema>(
    [...raw].map(([name]) => [name, {}]),
  );
  const resolve = (schema: JsonSchema): JsonSchema => {
    const { $ref, ...rest } = schema;
    if ($ref !== undefined) {
      return linked.get($ref) ?? rest;
    }
    return {
      ...rest,
      ...(rest.items ? { items: resolve(rest.items) } : {}),
      ...(rest.properties
        ? {
            properties: Object.fromEntries(
              Object.entries(rest.properties).map(([key, property]) => [
                key,
                resolve(property),
              ]),
            ),
          }
        : {}),
      ...(typeof rest.additionalProperties === 'object'
        ? { additionalProperties: resolve(rest.additionalProperties) }
        : {}),
    };
  };
  for (const [name, schema] of raw) {
    Object.assign(linked.get(name) ?? {}, resolve(schema));
  }
  return { raw, linked };
}
