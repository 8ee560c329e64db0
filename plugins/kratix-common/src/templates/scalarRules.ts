import type { JsonObject, JsonPrimitive } from '@backstage/types';
import type { CrdSchema, NodeKind } from '../crdSchema/crdSchema';
import { isLinearPattern } from '../patterns/isLinearPattern';

/**
 * The rules of one value that a form checks by itself. Each keyword is checked too: one that the form's
 * validator does not understand would break the whole form.
 * @internal
 */
export function readScalarRules(
  schema: CrdSchema,
  kind: NodeKind,
  leave: (what: string) => void,
): { readonly schema: JsonObject } {
  const rules: JsonObject = {
    ...readEnum(schema, leave),
    ...(kind === 'integer' || kind === 'number' ? readNumberRules(schema) : {}),
    ...(kind === 'string' || kind === 'intOrString'
      ? readTextRules(schema, leave)
      : {}),
  };
  return { schema: rules };
}

const maxChoices = 500;

function readEnum(
  schema: CrdSchema,
  leave: (what: string) => void,
): JsonObject {
  if (!Array.isArray(schema.enum)) {
    return {};
  }
  const values = [
    ...new Set(
      schema.enum.filter((value): value is JsonPrimitive =>
        ['string', 'number', 'boolean'].includes(typeof value),
      ),
    ),
  ];
  if (values.length === 0 || values.length > maxChoices) {
    leave('the list of allowed values');
    return {};
  }
  return { enum: values };
}

function readNumberRules(schema: CrdSchema): JsonObject {
  const minimum = numberOf(schema.minimum);
  const maximum = numberOf(schema.maximum);
  const multipleOf = numberOf(schema.multipleOf);
  // In a CRD these two are switches of minimum and maximum; in a form's JSON Schema they are numbers.
  const isAbove = schema.exclusiveMinimum === true;
  const isBelow = schema.exclusiveMaximum === true;
  return {
    ...(minimum !== undefined && {
      [isAbove ? 'exclusiveMinimum' : 'minimum']: minimum,
    }),
    ...(maximum !== undefined && {
      [isBelow ? 'exclusiveMaximum' : 'maximum']: maximum,
    }),
    ...(multipleOf !== undefined && multipleOf > 0 && { multipleOf }),
  };
}

/** Formats that the form's validator and the API server read alike. */
const sharedFormats = new Set([
  'date',
  'date-time',
  'email',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
]);

function readTextRules(
  schema: CrdSchema,
  leave: (what: string) => void,
): JsonObject {
  const minLength = lengthOf(schema.minLength);
  const maxLength = lengthOf(schema.maxLength);
  const format = typeof schema.format === 'string' ? schema.format : '';
  return {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(sharedFormats.has(format) && { format }),
    ...readPattern(schema, leave),
  };
}

/**
 * The API server reads patterns as RE2 (Go). Some of them mean nothing in JavaScript, and some would stop the
 * browser and the backend, which both check what is ordered.
 */
function readPattern(
  { pattern }: CrdSchema,
  leave: (what: string) => void,
): JsonObject {
  if (typeof pattern !== 'string' || pattern === '') {
    return {};
  }
  if (isLinearPattern(pattern)) {
    return { pattern };
  }
  leave('its pattern');
  return {};
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** @internal */
export function lengthOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : undefined;
}
