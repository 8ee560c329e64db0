/**
 * A schema as the API server reads it from a CRD (`JSONSchemaProps` of apiextensions.k8s.io/v1). Made by
 * `readStructuralSchema`, so every keyword that is here has the type that it says.
 * @alpha
 */
export interface StructuralSchema {
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  /** A `Map`, because names come from a cluster and `__proto__` is one of them. */
  readonly properties?: ReadonlyMap<string, StructuralSchema>;
  readonly additionalProperties?: StructuralSchema | boolean;
  readonly items?: StructuralSchema;
  readonly allOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly oneOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
  readonly preservesUnknown?: boolean;
  readonly isEmbedded?: boolean;
  readonly isIntOrString?: boolean;
  readonly listType?: string;
  readonly listMapKeys?: readonly string[];
  readonly rules?: readonly ValidationRule[];
}

/**
 * A rule of `x-kubernetes-validations`.
 * @alpha
 */
export interface ValidationRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/**
 * The schema of one property, whether it is named or one of a map's.
 * @internal
 */
export function propertySchema(
  schema: StructuralSchema,
  key: string,
): StructuralSchema | undefined {
  const named = schema.properties?.get(key);
  if (named) {
    return named;
  }
  return typeof schema.additionalProperties === 'object'
    ? schema.additionalProperties
    : undefined;
}
