import type { JsonObject } from '@backstage/types';
import { specSchemaOf } from '../crdSchema/crdSchema';
import { cloneJson } from '../structural/json';
import { dropUnwantedNulls } from '../structural/pruning/dropUnwantedNulls';
import { readStructuralSchema } from '../structural/readStructuralSchema';

/**
 * A request's `spec` as values for its form: the way back from `pruneFormValues`. Every field holds what the
 * request holds. Only a `null` that the API server leaves out, or replaces by a default, is no value of a
 * form.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function toFormValues(
  apiSchema: JsonObject,
  spec: JsonObject,
): JsonObject {
  const values = cloneJson(spec) as JsonObject;
  dropUnwantedNulls(
    values,
    readStructuralSchema(specSchemaOf(apiSchema) ?? {}),
  );
  return values;
}
