import type { JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  propertiesOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';
import type { PromiseApi } from '../model';
import { isSecret } from './findSecretPaths';

/**
 * A `spec` without what its API says are secrets. For addresses, which histories and access logs keep; a change
 * keeps what is left out (`pruneFormValues`).
 *
 * @param api - of the Promise; what its schema does not know stays
 * @public
 */
export function withoutSecrets(
  api: Pick<PromiseApi, 'schema'>,
  spec: JsonObject,
): JsonObject {
  return strip(spec, specSchemaOf(api.schema) ?? {}) as JsonObject;
}

function strip(
  value: JsonValue | undefined,
  schema: CrdSchema,
): JsonValue | undefined {
  if (!isObject(value)) {
    return value;
  }
  const known = new Map(propertiesOf(schema));
  return Object.fromEntries(
    Object.entries(value as JsonObject).flatMap(([name, child]) => {
      const of = asSchema(known.get(name));
      return isSecret(of) ? [] : [[name, strip(child, of)]];
    }),
  );
}
