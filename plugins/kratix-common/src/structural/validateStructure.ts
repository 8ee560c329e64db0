import type { CrdSchema } from '../crdSchema/crdSchema';
import { checkDefaults } from './definition/checkDefaults';
import { checkKeywords } from './definition/checkKeywords';
import { checkShape } from './definition/checkShape';
import { rootOf, type SchemaError } from './definition/SchemaNode';
import { formatFieldError, type FieldError } from './FieldError';

/**
 * Why the API server would refuse a CRD with this schema. Whether its rules can be compiled, and what they
 * may cost, is not asked.
 * Source: `validateCustomResourceDefinitionValidation` of
 * apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go (1.36).
 *
 * @param path - where the schema is in the CRD
 * @alpha
 */
export function validateStructure(
  schema: CrdSchema,
  path: string,
): FieldError[] {
  return findSchemaErrors(schema, path).map(({ error }) => error);
}

/** The same, and which values it is about. Defaults are looked at only when the shape is right. @internal */
export function findSchemaErrors(
  schema: CrdSchema,
  path: string,
): SchemaError[] {
  const root = rootOf(schema, path);
  const shape = checkShape(root).sort((one, other) =>
    textOf(one) < textOf(other) ? -1 : 1,
  );
  return [
    ...(shape.length > 0 ? shape : checkDefaults(root)),
    ...checkKeywords(root),
  ];
}

function textOf({ error }: SchemaError): string {
  return `${error.field}: ${formatFieldError(error)}`;
}
