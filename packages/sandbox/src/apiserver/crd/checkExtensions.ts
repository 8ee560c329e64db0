import type { JsonSchema } from '../schema/JsonSchema';
import type { FieldError } from '../status/FieldError';
import { notSupported } from '../status/FieldError';

/** Whether the `x-kubernetes-…` keys of a schema fit it and each other. @internal */
export function checkExtensions(
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const listType = schema['x-kubernetes-list-type'];
  const listTypes = ['atomic', 'map', 'set'];
  if (listType && !listTypes.includes(listType)) {
    errors.push(
      notSupported(`${path}.x-kubernetes-list-type`, listType, listTypes),
    );
  }
  if (listType && schema.type !== 'array') {
    errors.push({
      type: 'Invalid',
      field: `${path}.type`,
      value: schema.type ?? '',
      detail: 'must be array if x-kubernetes-list-type is specified',
    });
  }
  if (
    listType === 'map' &&
    (schema['x-kubernetes-list-map-keys'] ?? []).length === 0
  ) {
    errors.push({
      type: 'Required',
      field: `${path}.x-kubernetes-list-map-keys`,
      detail: 'must not be empty if x-kubernetes-list-type is map',
    });
  }
  if (
    schema['x-kubernetes-embedded-resource'] &&
    !schema['x-kubernetes-preserve-unknown-fields'] &&
    !schema.properties
  ) {
    errors.push({
      type: 'Required',
      field: `${path}.properties`,
      detail:
        'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
    });
  }
  if (schema['x-kubernetes-int-or-string'] && schema.type) {
    errors.push({
      type: 'Forbidden',
      field: `${path}.type`,
      detail: 'must be empty if x-kubernetes-int-or-string is true',
    });
  }
  return errors;
}
