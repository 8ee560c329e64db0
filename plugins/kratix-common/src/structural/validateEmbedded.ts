import { isObject } from '../kubernetes/readField';
import { childPath, type FieldError } from './FieldError';
import { propertySchema, type StructuralSchema } from './StructuralSchema';

/**
 * What `x-kubernetes-embedded-resource` asks of a value: that it says what it is.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/objectmeta/validation.go (1.36).
 * @internal
 */
export function validateEmbedded(
  value: unknown,
  schema: StructuralSchema | undefined,
  path: string,
): FieldError[] {
  if (!schema) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      validateEmbedded(item, schema.items, `${path}[${index}]`),
    );
  }
  if (!isObject(value)) {
    return [];
  }
  return [
    ...(schema.isEmbedded ? checkIdentity(value, path) : []),
    ...Object.entries(value).flatMap(([key, child]) =>
      validateEmbedded(
        child,
        propertySchema(schema, key),
        childPath(path, key),
      ),
    ),
  ];
}

function checkIdentity(
  value: Record<string, unknown>,
  path: string,
): FieldError[] {
  const errors = ['apiVersion', 'kind'].flatMap((key): FieldError[] => {
    const field = childPath(path, key);
    const text = value[key];
    if (text === undefined) {
      return [{ type: 'Required', field, detail: 'must be there' }];
    }
    const isFine =
      typeof text === 'string' &&
      (key === 'kind'
        ? /^[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/.test(text)
        : /^[^/]+(\/[^/]+)?$/.test(text));
    return isFine
      ? []
      : [{ type: 'Invalid', field, detail: `must be the ${key} of an object` }];
  });
  const { metadata } = value;
  return metadata === undefined || metadata === null || isObject(metadata)
    ? errors
    : [
        ...errors,
        {
          type: 'Invalid',
          field: childPath(path, 'metadata'),
          detail: 'must be an object',
        },
      ];
}
