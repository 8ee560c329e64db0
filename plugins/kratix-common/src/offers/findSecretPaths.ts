import { asSchema, propertiesOf, type CrdSchema } from '../crdSchema/crdSchema';

/** Deeper, pages show no single values; and a schema may hold itself many times over. */
const deepest = 8;
const mostPaths = 100;

/**
 * Where, below a schema, its author says that a value is a secret: a `format: password` (OpenAPI 3.0, "Data
 * Types"), or a field that hides what is typed. Lists and maps of secrets count as a whole.
 * @public
 */
export function findSecretPaths(schema: CrdSchema): string[] {
  return collect(schema, []).slice(0, mostPaths);
}

function collect(schema: CrdSchema, keys: readonly string[]): string[] {
  if (keys.length > deepest) {
    return [];
  }
  if (saysSecret(schema) || saysSecret(contentOf(schema))) {
    return [keys.join('.')];
  }
  return propertiesOf(schema).flatMap(([name, child]) =>
    collect(child, [...keys, name]),
  );
}

/** What each entry of a list or map is like. */
function contentOf(schema: CrdSchema): CrdSchema {
  return asSchema(schema.items ?? schema.additionalProperties);
}

/**
 * Whether the author of a schema says that its value is a secret.
 * @internal
 */
export function saysSecret(schema: CrdSchema): boolean {
  return (
    schema.format === 'password' ||
    asSchema(schema['x-kratix-portal']).widget === 'password'
  );
}
