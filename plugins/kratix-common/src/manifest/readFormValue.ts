import type { JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import type { CrdSchema } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';

/** A text, unless it is a field left empty. @internal */
export function pruneText(
  value: JsonValue,
  { schema, isRequired }: { schema: CrdSchema; isRequired: boolean },
): JsonValue | undefined {
  if (value !== '') {
    return value;
  }
  const isAllowed = Array.isArray(schema.enum) && schema.enum.includes('');
  // An emptied text says something only where the platform would fill it otherwise.
  const isEmptied = typeof schema.default === 'string' && schema.default !== '';
  return isAllowed || isRequired || isEmptied ? value : undefined;
}

/** A form shows a number-or-text as text; what reads as a whole number was one. @internal */
export function toIntOrString(value: JsonValue): JsonValue {
  return typeof value === 'string' &&
    /^(0|-?[1-9]\d*)$/.test(value) &&
    Number.isSafeInteger(Number(value))
    ? Number(value)
    : value;
}

/** @internal */
export function toNumber(value: JsonValue): JsonValue {
  return typeof value === 'string' &&
    /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) &&
    Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

/**
 * Where an object or a list belongs, a text is YAML that an editor handed over as it was typed.
 * @internal
 */
export function fromYamlText(value: JsonValue, { type }: CrdSchema): JsonValue {
  if (typeof value !== 'string' || (type !== 'object' && type !== 'array')) {
    return value;
  }
  try {
    const parsed: unknown = parse(value, { maxAliasCount: 100 });
    return Array.isArray(parsed) || isObject(parsed)
      ? (parsed as JsonValue)
      : value;
  } catch {
    return value; // not YAML: the platform refuses it, naming the field
  }
}

/** Whether any value may stand here. @internal */
export function isFree(schema: CrdSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true &&
    schema.type === undefined
  );
}
