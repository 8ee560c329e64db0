import {
  asSchema,
  propertiesOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { childPath, type FieldError } from '../FieldError';

/**
 * One schema within that of a CRD. Nothing is known of its keywords: an author wrote them.
 * @internal
 */
export interface SchemaNode {
  readonly schema: CrdSchema;
  readonly level: 'root' | 'items' | 'field';
  /** Where it is: `spec.validation.openAPIV3Schema.properties[spec].items`. */
  readonly path: string;
  /** Where the values are that it speaks of: `spec[]`. */
  readonly place: string;
  /** Where it is within the schema that describes these values: `anyOf[0]`. */
  readonly part?: string;
}

/**
 * Why the API server would refuse a schema, and which values that is about.
 * @internal
 */
export interface SchemaError {
  readonly error: FieldError;
  readonly keyword: string;
  readonly place: string;
}

/** @internal */
export function rootOf(schema: CrdSchema, path: string): SchemaNode {
  return { schema, level: 'root', path, place: '' };
}

/** An error at a keyword of a node. @internal */
export function errorAt(
  { path, place, part = '' }: SchemaNode,
  keyword: string,
  about: Omit<FieldError, 'field'>,
): SchemaError {
  return {
    error: { ...about, field: childPath(path, keyword) },
    keyword: childPath(part, keyword),
    place,
  };
}

/** A condition within a node: it speaks of the same values, or of some in them. @internal */
export function conditionIn(
  node: SchemaNode,
  keyword: string,
  schema: CrdSchema,
): SchemaNode {
  return {
    ...node,
    schema,
    path: childPath(node.path, keyword),
    part: childPath(node.part ?? '', keyword),
  };
}

/** The schemas of the properties, the entries and the values of a map. @internal */
export function childrenOf({ schema, path, place }: SchemaNode): SchemaNode[] {
  const { items, additionalProperties } = schema;
  const children: SchemaNode[] = propertiesOf(schema).map(([name, child]) => ({
    schema: child,
    level: 'field',
    path: childPath(path, `properties[${name}]`),
    place: childPath(place, name),
  }));
  if (isObject(items)) {
    children.push({
      schema: items,
      level: 'items',
      path: childPath(path, 'items'),
      place: `${place}[]`,
    });
  }
  if (isObject(additionalProperties)) {
    children.push({
      schema: additionalProperties,
      level: 'field',
      path: childPath(path, 'additionalProperties'),
      place: `${place}.*`,
    });
  }
  return children;
}

/** The schemas within `anyOf`, `allOf`, `oneOf` and `not`; they speak of the same values. @internal */
export function partsOf(node: SchemaNode): SchemaNode[] {
  const { schema } = node;
  const lists = (['anyOf', 'allOf', 'oneOf'] as const).flatMap(keyword =>
    listOf(schema[keyword]).map((part, index) =>
      conditionIn(node, `${keyword}[${index}]`, asSchema(part)),
    ),
  );
  return isObject(schema.not)
    ? [...lists, conditionIn(node, 'not', schema.not)]
    : lists;
}

/** @internal */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
