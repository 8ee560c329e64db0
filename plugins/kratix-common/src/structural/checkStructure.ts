import type { Problem } from '../model';
import { formatFieldError } from './FieldError';
import { checkDefaultsOfMaps } from './definition/checkDefaults';
import { rootOf } from './definition/SchemaNode';
import { findSchemaErrors } from './validateStructure';

/**
 * Why the API server would refuse a CRD with this schema, in its words; the Promise can then never become
 * available. So does a default within the values of a map that is not right: the CRD is taken, but no request that
 * comes to hold it.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function checkStructure(
  apiSchema: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  return [
    ...findSchemaErrors(apiSchema, ''),
    ...checkDefaultsOfMaps(rootOf(apiSchema, '')),
  ]
    .slice(0, maxProblems)
    .map(({ error, keyword, place }) => ({
      code: 'schema-refused',
      message: `${place || 'the schema'}: ${keyword}: ${formatFieldError(
        error,
      )}`,
      path: place,
    }));
}

const maxProblems = 50;
