import { isObject } from '../kubernetes/reading/readField';

/**
 * One node of a CRD's schema. A Promise keeps its author's text even when the API server would refuse it
 * as a CRD, so every keyword is checked where it is read.
 * @alpha
 */
export type CrdSchema = Readonly<Record<string, unknown>>;

/** @internal */
export function asSchema(value: unknown): CrdSchema {
  return isObject(value) ? value : {};
}

/**
 * The schema of `spec`, the only part of a request that people fill in; undefined when there is none.
 * @internal
 */
export function specSchemaOf(apiSchema: CrdSchema): CrdSchema | undefined {
  const { spec } = asSchema(apiSchema.properties);
  return isObject(spec) ? spec : undefined;
}

/** Names and schemas of the properties of an object. @internal */
export function propertiesOf(schema: CrdSchema): [string, CrdSchema][] {
  return Object.entries(asSchema(schema.properties)).map(([name, child]) => [
    name,
    asSchema(child),
  ]);
}

/** @internal */
export function requiredOf(schema: CrdSchema): readonly string[] {
  return Array.isArray(schema.required)
    ? schema.required.filter(name => typeof name === 'string')
    : [];
}

/** Name of the form field that edits a value as YAML. @internal */
export const yamlField = 'KratixYaml';

/**
 * What kind of value a node takes. `any` is what no fixed form can show.
 * @internal
 */
export type NodeKind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'intOrString'
  | 'object'
  | 'map'
  | 'array'
  | 'any';

/**
 * Classifies a node of a structural schema (Kubernetes API reference, CustomResourceDefinition,
 * `x-kubernetes-*`). A type that is missing is read from the other keywords.
 * @internal
 */
export function nodeKindOf(schema: CrdSchema): NodeKind {
  if (asSchema(schema['x-kratix-portal']).field === yamlField) {
    return 'any'; // its author wants an editor
  }
  if (schema['x-kubernetes-int-or-string'] === true) {
    return 'intOrString';
  }
  switch (schema.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'array':
      return isObject(schema.items) ? 'array' : 'any';
    case 'object':
    case undefined:
      return objectKindOf(schema);
    default:
      return 'any';
  }
}

function objectKindOf(schema: CrdSchema): NodeKind {
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return 'any';
  }
  if (Object.keys(asSchema(schema.properties)).length > 0) {
    return 'object';
  }
  return isObject(schema.additionalProperties) &&
    Object.keys(schema.additionalProperties).length > 0
    ? 'map'
    : 'any';
}
