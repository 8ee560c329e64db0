import {
  asSchema,
  propertiesOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { equalJson } from '../json';
import { childPath } from '../FieldError';
import { checkPattern } from './checkPattern';
import {
  conditionIn,
  errorAt,
  listOf,
  partsOf,
  type SchemaError,
  type SchemaNode,
} from './SchemaNode';

/**
 * Inside `allOf`, `anyOf`, `oneOf` and `not` only conditions on values may stand, not their shape; and on the
 * whole object only on what the schema itself names.
 * Source: `validateValueValidation` of apiextensions-apiserver/pkg/apiserver/schema/validation.go and
 * complete.go beside it (1.36).
 * @internal
 */
export function checkJunctors(node: SchemaNode): SchemaError[] {
  return [
    ...withoutIntOrString(node).flatMap(checkCondition),
    ...(node.level === 'root'
      ? partsOf(node).flatMap(part => checkNamed(part, node.schema, node.path))
      : []),
  ];
}

/** The two shapes in which a number-or-text may say its types: in `anyOf`, or there in the first of `allOf`. */
function withoutIntOrString(node: SchemaNode): SchemaNode[] {
  const parts = partsOf(node);
  if (equalJson(node.schema.anyOf, intOrString)) {
    return parts.filter(part => !/\banyOf\[\d\]$/.test(part.path));
  }
  const [first] = listOf(node.schema.allOf);
  const firstPath = childPath(node.path, 'allOf[0]');
  return isObject(first) && equalJson(first.anyOf, intOrString)
    ? parts.map(part =>
        part.path === firstPath
          ? { ...part, schema: { ...part.schema, anyOf: undefined } }
          : part,
      )
    : parts;
}

const intOrString = [{ type: 'integer' }, { type: 'string' }];

const misplaced: readonly [string, string][] = [
  ['type', 'empty'],
  ['additionalProperties', 'undefined'],
  ['default', 'undefined'],
  ['title', 'empty'],
  ['description', 'empty'],
  ['nullable', 'false'],
  ['x-kubernetes-preserve-unknown-fields', 'false'],
  ['x-kubernetes-embedded-resource', 'false'],
  ['x-kubernetes-int-or-string', 'false'],
  ['x-kubernetes-list-map-keys', 'empty'],
  ['x-kubernetes-list-type', 'undefined'],
  ['x-kubernetes-map-type', 'undefined'],
  ['x-kubernetes-validations', 'empty'],
];

function checkCondition(part: SchemaNode): SchemaError[] {
  const { schema } = part;
  const own = misplaced
    .filter(([keyword]) => isSaid(schema[keyword]))
    .map(([keyword, state]) =>
      errorAt(part, keyword, {
        type: 'Forbidden',
        detail: `must be ${state} to be structural`,
      }),
    );
  const metadata = isObject(asSchema(schema.properties).metadata)
    ? [
        errorAt(part, 'properties[metadata]', {
          type: 'Forbidden',
          detail: 'must not be specified in a nested context',
        }),
      ]
    : [];
  return [
    ...own,
    ...metadata,
    ...checkPattern(part),
    ...[...partsOf(part), ...conditionsIn(part)].flatMap(checkCondition),
  ];
}

function isSaid(value: unknown): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value !== undefined && value !== false && value !== '' && !isEmpty;
}

function conditionsIn(part: SchemaNode): SchemaNode[] {
  const { schema } = part;
  const properties = propertiesOf(schema).map(([name, child]) =>
    conditionIn(part, `properties[${name}]`, child),
  );
  return isObject(schema.items)
    ? [...properties, conditionIn(part, 'items', schema.items)]
    : properties;
}

/** @param shapePath - where in the schema the values of this part are described */
function checkNamed(
  part: SchemaNode,
  shape: CrdSchema,
  shapePath: string,
): SchemaError[] {
  const missing = (keyword: string): SchemaError => {
    const field = childPath(shapePath, keyword);
    const origin = childPath(part.path, keyword);
    return {
      error: {
        type: 'Required',
        field,
        detail: `because it is defined in ${origin}`,
      },
      keyword,
      place: part.place,
    };
  };
  const below = (keyword: string, condition: CrdSchema, known: unknown) =>
    isObject(known)
      ? checkNamed(
          conditionIn(part, keyword, condition),
          known,
          childPath(shapePath, keyword),
        )
      : [missing(keyword)];
  const { items } = part.schema;
  return [
    ...partsOf(part).flatMap(inner => checkNamed(inner, shape, shapePath)),
    ...propertiesOf(part.schema).flatMap(([name, child]) =>
      below(`properties[${name}]`, child, asSchema(shape.properties)[name]),
    ),
    ...(isObject(items) ? below('items', items, shape.items) : []),
  ];
}
