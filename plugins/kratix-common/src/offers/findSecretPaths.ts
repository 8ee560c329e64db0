import {
  asSchema,
  propertiesOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';

/** Deeper, pages show no single values; and a schema may hold itself many times over. */
const deepest = 8;
const mostPaths = 100;

/**
 * Where in `spec` an API says that a value is a secret, as `admin.password`: a `format: password` (OpenAPI 3.0, "Data
 * Types"), or a field that hides what is typed. Lists and maps of secrets count as a whole.
 * @public
 */
export function findSecretPaths(api: Pick<PromiseApi, 'schema'>): string[] {
  const spec = specSchemaOf(api.schema);
  return spec ? collect(spec, []).slice(0, mostPaths) : [];
}

function collect(schema: CrdSchema, keys: readonly string[]): string[] {
  if (keys.length > deepest) {
    return [];
  }
  if (isSecret(schema)) {
    return [keys.join('.')];
  }
  return propertiesOf(schema).flatMap(([name, child]) =>
    collect(child, [...keys, name]),
  );
}

/**
 * Whether a value is a secret, or a list or map of secrets.
 * @internal
 */
export function isSecret(schema: CrdSchema): boolean {
  return saysSecret(schema) || saysSecret(contentOf(schema));
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
