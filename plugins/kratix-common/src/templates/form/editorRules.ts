import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isPlainName } from '../../kubernetes/reading/plainValue';
import { isObject } from '../../kubernetes/reading/readField';
import { sayCombinations } from './combinations';
import type { FormPosition, FormRun } from './FormNode';
import { lengthOf, readScalarRules } from './scalarRules';
import { dropUnsaidRules, leaveToPlatform } from './unsaidRules';
import { wordingOf } from '../../wording';

/**
 * The rules of what is edited as YAML, so that a form refuses what cannot be ordered. They stand in `not not`,
 * where the form's renderer does not look: it would make fields of them, and fill them in. They refuse nothing
 * that the API server takes: it drops a `null`, and fills in what has a default.
 * @internal
 */
export function sayEditorRules(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): JsonObject {
  const nodes = countNodes(schema);
  if (!run.takeEditorNodes(nodes)) {
    leaveToPlatform(position.path, wordingOf('form.writtenAsYaml'), run);
    return {};
  }
  const rules = toRules(schema, {
    isNullFine: !position.isRequired || schema.default !== undefined,
    position,
    run,
  });
  return Object.keys(rules).length > 0
    ? {
        not: { not: rules },
        errorMessage: { not: `must be ${describe(schema)}` },
      }
    : {};
}

interface RulesRun {
  /** `null` is no value here: the API server leaves it out or puts the default in its place. */
  readonly isNullFine: boolean;
  readonly position: FormPosition;
  readonly run: FormRun;
}

function within(
  rules: RulesRun,
  step: string,
  child: CrdSchema,
  isNullFine: boolean,
): RulesRun {
  const path = `${rules.position.path}${step}`;
  const position = { ...rules.position, path };
  dropUnsaidRules(child, position, rules.run);
  return { ...rules, position, isNullFine };
}

function toRules(schema: CrdSchema, run: RulesRun): JsonObject {
  const kind = nodeKindOf(schema);
  const types = typesOf(schema);
  const isNullable = schema.nullable === true || run.isNullFine;
  const scalar =
    kind === 'any' || kind === 'object' || kind === 'map' || kind === 'array'
      ? {}
      : readScalarRules(schema, kind, what =>
          leaveToPlatform(run.position.path, what, run.run),
        ).schema;
  return {
    ...(types.length > 0 && {
      type: oneOrMany(isNullable ? [...types, 'null'] : types),
    }),
    ...scalar,
    ...conditions(schema, kind, isNullable),
    ...(isNullable &&
      Array.isArray(scalar.enum) && {
        enum: [...new Set([...scalar.enum, null])],
      }),
    ...(types.includes('array') && listRules(schema, run)),
    ...(types.includes('object') && objectRules(schema, run)),
  };
}

function conditions(
  schema: CrdSchema,
  kind: ReturnType<typeof nodeKindOf>,
  isNullable: boolean,
): JsonObject {
  const { not } = sayCombinations(schema, kind);
  return not === undefined
    ? {}
    : { anyOf: [...(isNullable ? [{ type: 'null' }] : []), { not }] };
}

function oneOrMany(types: string[]): string | string[] {
  return types.length === 1 && types[0] !== undefined ? types[0] : types;
}

function typesOf(schema: CrdSchema): string[] {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return ['integer', 'string'];
  }
  const known = ['string', 'integer', 'number', 'boolean', 'array', 'object'];
  return typeof schema.type === 'string' && known.includes(schema.type)
    ? [schema.type]
    : [];
}

function listRules(schema: CrdSchema, run: RulesRun): JsonObject {
  const items = asSchema(schema.items);
  const minItems = lengthOf(schema.minItems);
  const maxItems = lengthOf(schema.maxItems);
  const rules = toRules(
    items,
    within(run, '[]', items, items.default !== undefined),
  );
  return {
    ...(minItems && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
    ...(Object.keys(rules).length > 0 && { items: rules }),
  };
}

function objectRules(schema: CrdSchema, run: RulesRun): JsonObject {
  const properties = propertiesOf(schema).filter(([name]) => isPlainName(name));
  for (const [name] of propertiesOf(schema)) {
    if (!isPlainName(name)) {
      const path = `${run.position.path}.${name}`;
      leaveToPlatform(path, wordingOf('form.suchName'), run.run);
    }
  }
  const required = requiredOf(schema).filter(
    name =>
      !(name in Object.prototype) &&
      asSchema(asSchema(schema.properties)[name]).default === undefined,
  );
  const values = isObject(schema.additionalProperties)
    ? toRules(
        schema.additionalProperties,
        within(run, '.*', schema.additionalProperties, true),
      )
    : {};
  const maxProperties = lengthOf(schema.maxProperties);
  const rules = properties
    .map(([name, child]): [string, JsonObject] => [
      name,
      toRules(
        child,
        within(
          run,
          `.${name}`,
          child,
          !required.includes(name) || child.default !== undefined,
        ),
      ),
    ])
    .filter(([, child]) => Object.keys(child).length > 0);
  return {
    ...(required.length > 0 && { required: [...required] }),
    ...(rules.length > 0 && { properties: Object.fromEntries(rules) }),
    ...(Object.keys(values).length > 0 && { additionalProperties: values }),
    ...(maxProperties !== undefined &&
      properties.length === 0 && { maxProperties }),
  };
}

function countNodes(schema: CrdSchema): number {
  const children = [
    ...propertiesOf(schema).map(([, child]) => child),
    ...[schema.items, schema.additionalProperties].filter(isObject),
  ];
  return children.reduce((sum, child) => sum + countNodes(child), 1);
}

/** For people: what is wrong inside of it they learn from the platform before anything is ordered. */
function describe(schema: CrdSchema): string {
  const kind = nodeKindOf(schema);
  const required = requiredOf(schema).slice(0, 5);
  const needs = required.length > 0 ? ` with ${required.join(', ')}` : '';
  switch (kind === 'any' ? schema.type : kind) {
    case 'array':
      return 'a list of entries that are as its description says';
    case 'map':
      return 'keys with values that are as its description says';
    case 'object':
      return `an object${needs}, as its description says`;
    default:
      return 'as its description says';
  }
}
