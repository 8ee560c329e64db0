import type { JsonSchema } from '../schema/JsonSchema';
import type { FieldError } from '../status/FieldError';

const notInJunctor = [
  'type',
  'description',
  'title',
  'default',
  'nullable',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
] as const;

/** Inside allOf, anyOf, oneOf and not only conditions on values may stand, not the shape itself. @internal */
export function checkJunctors(schema: JsonSchema, path: string): FieldError[] {
  const parts: [JsonSchema, string][] = [];
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    (schema[key] ?? []).forEach((part, index) =>
      parts.push([part, `${path}.${key}[${index}]`]),
    );
  }
  if (schema.not) {
    parts.push([schema.not, `${path}.not`]);
  }
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  return parts.flatMap(([part, partPath]) =>
    checkConditions(part, partPath, schema, isIntOrString),
  );
}

function checkConditions(
  part: JsonSchema,
  path: string,
  shape: JsonSchema | undefined,
  isIntOrString: boolean,
): FieldError[] {
  const errors: FieldError[] = notInJunctor
    .filter(key => part[key] !== undefined)
    .filter(key => !(key === 'type' && isIntOrString))
    .map(key => ({
      type: 'Forbidden',
      field: `${path}.${key}`,
      detail:
        key === 'additionalProperties'
          ? 'must be undefined to be structural'
          : 'must be empty to be structural',
    }));
  for (const [key, child] of Object.entries(part.properties ?? {})) {
    const childShape = shape?.properties?.[key];
    const childPath = `${path}.properties[${key}]`;
    if (!childShape && !shape?.['x-kubernetes-preserve-unknown-fields']) {
      errors.push({
        type: 'Required',
        field: childPath.replace(/\.(allOf|anyOf|oneOf)\[\d+\]|\.not/g, ''),
        detail: `because it is defined in ${childPath.replace(
          /^.*openAPIV3Schema\./,
          '',
        )}`,
      });
    }
    errors.push(...checkConditions(child, childPath, childShape, false));
  }
  return errors;
}
