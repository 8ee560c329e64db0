import { isObject } from '../kubernetes/reading/readField';
import { childPath, type FieldError } from './FieldError';
import { propertySchema, type StructuralSchema } from './StructuralSchema';
import { placeOf } from './validateListTypes';

/**
 * What `x-kubernetes-embedded-resource` asks of a value: that it says what it is. What the names and labels
 * in its metadata must look like is not asked here.
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
        placeOf(schema, path, key),
      ),
    ),
  ];
}

function checkIdentity(
  value: Record<string, unknown>,
  path: string,
): FieldError[] {
  const names = (['apiVersion', 'kind'] as const).flatMap(
    (key): FieldError[] => {
      const field = childPath(path, key);
      if (value[key] === undefined) {
        return [{ type: 'Required', field }];
      }
      const detail = whyNot(key, value[key]);
      return detail
        ? [{ type: 'Invalid', field, value: value[key], detail }]
        : [];
    },
  );
  const { metadata } = value;
  return metadata === undefined || metadata === null || isObject(metadata)
    ? names
    : [
        ...names,
        {
          type: 'Invalid',
          field: childPath(path, 'metadata'),
          value: metadata,
          detail: 'must be an object',
        },
      ];
}

function whyNot(
  key: 'apiVersion' | 'kind',
  value: unknown,
): string | undefined {
  if (typeof value !== 'string') {
    return 'must be a string';
  }
  if (value === '') {
    return 'must not be empty';
  }
  if (key === 'apiVersion') {
    return value.split('/').length > 2
      ? `unexpected GroupVersion string: ${value}`
      : undefined;
  }
  return /^[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/.test(value)
    ? undefined
    : notDns1035;
}

const notDns1035 =
  "may have mixed case, but should otherwise match: a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
