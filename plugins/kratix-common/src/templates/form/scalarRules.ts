import type { JsonObject, JsonPrimitive } from '@backstage/types';
import type { CrdSchema, NodeKind } from '../../crdSchema/crdSchema';
import { isLinearPattern } from '../../patterns/isLinearPattern';
import { toSharedPattern } from '../../patterns/toSharedPattern';
import { wordingOf, type Wording } from '../../wording';

/**
 * The rules of one value that a form checks by itself. Each keyword is checked too: one that the form's
 * validator does not understand would break the whole form.
 * @internal
 */
export function readScalarRules(
  schema: CrdSchema,
  kind: NodeKind,
  leave: (what: Wording) => void,
): { readonly schema: JsonObject } {
  const rules: JsonObject = {
    ...readEnum(schema, leave),
    ...(kind === 'integer' || kind === 'number' ? readNumberRules(schema) : {}),
    ...(kind === 'string' ? readTextRules(schema, leave) : {}),
    ...(kind === 'intOrString' ? readIntOrStringRules(schema, leave) : {}),
  };
  return { schema: rules };
}

/**
 * A field holds a number as text while somebody types it, which the rules of a text must not refuse; those of
 * a number are for the platform.
 */
function readIntOrStringRules(
  schema: CrdSchema,
  leave: (what: Wording) => void,
): JsonObject {
  if (schema.minimum !== undefined || schema.maximum !== undefined) {
    leave(wordingOf('form.numberBound'));
  }
  const { pattern } = readPattern(schema, leave);
  if (typeof pattern !== 'string') {
    return {};
  }
  const takesNumbers = ['0', '7', '80', '65535', '-1'].every(text =>
    new RegExp(pattern, 'u').test(text),
  );
  if (!takesNumbers) {
    leave(wordingOf('form.pattern'));
  }
  return takesNumbers ? { pattern } : {};
}

const maxChoices = 500;

function readEnum(
  schema: CrdSchema,
  leave: (what: Wording) => void,
): JsonObject {
  if (!Array.isArray(schema.enum)) {
    return {};
  }
  const values = [
    ...new Set(
      schema.enum.filter(
        (value): value is JsonPrimitive =>
          ['string', 'number', 'boolean'].includes(typeof value) ||
          (value === null && schema.nullable === true),
      ),
    ),
  ];
  if (values.length === 0 || values.length > maxChoices) {
    leave(wordingOf('form.allowedValues'));
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
const sharedFormats = new Set(['date', 'date-time', 'ipv4', 'ipv6']);

/** Formats that the API server checks otherwise than the form's validator, as patterns. */
const formatPatterns = new Map([
  [
    'uuid',
    '^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}$',
  ],
  ['ssn', '^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$'],
  ['hexcolor', '^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'],
]);

/** Formats that only the API server checks. */
const otherFormats = new Set(
  'email uri hostname cidr mac uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard rgbcolor byte duration bsonobjectid'.split(
    ' ',
  ),
);

function readTextRules(
  schema: CrdSchema,
  leave: (what: Wording) => void,
): JsonObject {
  const minLength = lengthOf(schema.minLength);
  const maxLength = lengthOf(schema.maxLength);
  const format = typeof schema.format === 'string' ? schema.format : '';
  const isPatternFree = typeof schema.pattern !== 'string' || !schema.pattern;
  const formatPattern = isPatternFree ? formatPatterns.get(format) : undefined;
  if (
    otherFormats.has(format) ||
    (!isPatternFree && formatPatterns.has(format))
  ) {
    leave(wordingOf('form.format', { format }));
  }
  return {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(sharedFormats.has(format) && { format }),
    ...(formatPattern && { pattern: formatPattern }),
    ...readPattern(schema, leave),
  };
}

/**
 * The API server reads patterns as RE2 (Go). Some of them mean nothing in JavaScript, and some would stop the
 * browser and the backend, which both check what is ordered.
 */
function readPattern(
  { pattern }: CrdSchema,
  leave: (what: Wording) => void,
): JsonObject {
  if (typeof pattern !== 'string' || pattern === '') {
    return {};
  }
  const shared = toSharedPattern(pattern);
  if (shared !== undefined && isLinearPattern(shared)) {
    return { pattern: shared };
  }
  leave(wordingOf('form.pattern'));
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
