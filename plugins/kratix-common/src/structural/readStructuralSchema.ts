import { isObject } from '../kubernetes/reading/readField';
import type { StructuralSchema, ValidationRule } from './StructuralSchema';

/**
 * Reads a schema of a CRD. What is not of the type that its keyword asks for counts as absent: the API server
 * would not take such a CRD at all, and says so (`validateStructure`). One that holds itself, as a built-in
 * type may, becomes one that holds itself.
 * @alpha
 */
export function readStructuralSchema(value: unknown): StructuralSchema {
  return readNode(value, new Map());
}

/** What was read, by what it was read from. */
type Read = Map<object, StructuralSchema>;

function readNode(value: unknown, read: Read): StructuralSchema {
  if (!isObject(value)) {
    return {};
  }
  const known = read.get(value);
  if (known) {
    return known;
  }
  const schema: StructuralSchema = {};
  read.set(value, schema);
  return Object.assign(schema, withoutUndefined(readKeywords(value, read)));
}

function readKeywords(
  value: Record<string, unknown>,
  read: Read,
): StructuralSchema {
  return {
    ...readValueRules(value),
    ...readShape(value, read),
    allOf: readList(value.allOf, read),
    anyOf: readList(value.anyOf, read),
    oneOf: readList(value.oneOf, read),
    not: readOne(value.not, read),
    preservesUnknown: isOn(value['x-kubernetes-preserve-unknown-fields']),
    isEmbedded: isOn(value['x-kubernetes-embedded-resource']),
    isIntOrString: isOn(value['x-kubernetes-int-or-string']),
    listType: textOf(value['x-kubernetes-list-type']),
    listMapKeys: textsOf(value['x-kubernetes-list-map-keys']),
    rules: readRules(value['x-kubernetes-validations']),
  };
}

function readValueRules(value: Record<string, unknown>): StructuralSchema {
  return {
    type: textOf(value.type) || undefined,
    format: textOf(value.format) || undefined,
    // Go's `JSON` of a default that is null is no default.
    default: value.default ?? undefined,
    nullable: isOn(value.nullable),
    enum:
      Array.isArray(value.enum) && value.enum.length ? value.enum : undefined,
    pattern: textOf(value.pattern) || undefined,
    minLength: numberOf(value.minLength),
    maxLength: numberOf(value.maxLength),
    minimum: numberOf(value.minimum),
    maximum: numberOf(value.maximum),
    exclusiveMinimum: isOn(value.exclusiveMinimum),
    exclusiveMaximum: isOn(value.exclusiveMaximum),
    multipleOf: numberOf(value.multipleOf),
  };
}

function readShape(
  value: Record<string, unknown>,
  read: Read,
): StructuralSchema {
  return {
    minItems: numberOf(value.minItems),
    maxItems: numberOf(value.maxItems),
    minProperties: numberOf(value.minProperties),
    maxProperties: numberOf(value.maxProperties),
    required: textsOf(value.required),
    properties: isObject(value.properties)
      ? new Map(
          Object.entries(value.properties).map(([name, child]) => [
            name,
            readNode(child, read),
          ]),
        )
      : undefined,
    additionalProperties:
      typeof value.additionalProperties === 'boolean'
        ? value.additionalProperties
        : readOne(value.additionalProperties, read),
    items: readOne(value.items, read),
  };
}

function readRules(value: unknown): ValidationRule[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const rules = value.flatMap((entry): ValidationRule[] => {
    if (!isObject(entry) || typeof entry.rule !== 'string') {
      return [];
    }
    return [
      {
        rule: entry.rule,
        message: textOf(entry.message),
        messageExpression: textOf(entry.messageExpression),
        reason: textOf(entry.reason),
        fieldPath: textOf(entry.fieldPath),
        optionalOldSelf: isOn(entry.optionalOldSelf),
      },
    ];
  });
  return rules.length > 0 ? rules : undefined;
}

function readOne(value: unknown, read: Read): StructuralSchema | undefined {
  return isObject(value) ? readNode(value, read) : undefined;
}

function readList(value: unknown, read: Read): StructuralSchema[] | undefined {
  return Array.isArray(value) && value.length > 0
    ? value.map(part => readNode(part, read))
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string')
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

function isOn(value: unknown): true | undefined {
  return value === true ? true : undefined;
}

/** Schemas are many and mostly short: what is not there takes no memory. */
function withoutUndefined(schema: StructuralSchema): StructuralSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, entry]) => entry !== undefined),
  );
}
