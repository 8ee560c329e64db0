import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import { badRequest } from '../status/StatusError';

const fields: Record<string, 'string' | 'number' | 'map' | 'strings' | 'list'> =
  {
    name: 'string',
    generateName: 'string',
    namespace: 'string',
    selfLink: 'string',
    uid: 'string',
    resourceVersion: 'string',
    generation: 'number',
    creationTimestamp: 'string',
    deletionTimestamp: 'string',
    deletionGracePeriodSeconds: 'number',
    labels: 'map',
    annotations: 'map',
    finalizers: 'strings',
    ownerReferences: 'list',
    managedFields: 'list',
  };

/**
 * Checks the types of an object's metadata and removes what ObjectMeta does not have. Returns the
 * paths of unknown fields; throws 400 in the words of Go's decoder for a wrong type.
 * @internal
 */
export function decodeMetadata(
  metadata: JsonObject,
  about: { kind: string; version: string; isCustom: boolean },
): string[] {
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(metadata)) {
    const expected = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!expected) {
      unknown.push(`metadata.${key}`);
      delete metadata[key];
    } else if (value === null || value === undefined || isEmpty(value)) {
      delete metadata[key];
    } else if (!hasType(value, expected)) {
      throw badRequest(
        `${about.kind} in version "${about.version}" cannot be handled as a ${
          about.kind
        }: json: cannot unmarshal ${goType(
          value,
          expected,
        )} into Go struct field ObjectMeta.${
          about.isCustom ? '' : 'metadata.'
        }${key} of type ${goTypes[expected]}`,
      );
    }
  }
  return unknown;
}

/** ObjectMeta leaves out what is empty; `managedFields: []` asks to forget ownership. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : isObject(value) && Object.keys(value).length === 0;
}

const goTypes = {
  string: 'string',
  number: 'int64',
  map: 'string',
  strings: 'string',
  list: '[]v1.OwnerReference',
} as const;

function hasType(value: unknown, expected: keyof typeof goTypes): boolean {
  switch (expected) {
    case 'map':
      return (
        isObject(value) &&
        Object.values(value).every(item => typeof item === 'string')
      );
    case 'strings':
      return (
        Array.isArray(value) && value.every(item => typeof item === 'string')
      );
    case 'list':
      return Array.isArray(value) && value.every(isObject);
    default:
      return typeof value === expected;
  }
}

function goType(value: unknown, expected: keyof typeof goTypes): string {
  if (expected === 'map' && isObject(value)) {
    const wrong = Object.values(value).find(item => typeof item !== 'string');
    return goKind(wrong);
  }
  if (expected === 'strings' && Array.isArray(value)) {
    return goKind(value.find(item => typeof item !== 'string'));
  }
  return goKind(value);
}

function goKind(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
