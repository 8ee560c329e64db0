import type { JsonObject } from '@backstage/types';
import {
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { isPlainName, isPlainValue } from '../../kubernetes/reading/plainValue';
import { buildYamlNode } from './buildYamlNode';
import { chooseBranches, leaveBranches } from './chooseBranches';
import { describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { shareAmong } from './fieldBudget';
import { findLockedNames, readPortalHints } from './portalHints';
import { tell } from '../../wording';

/**
 * A section with a field for each property. What must be filled in is asked for at once where the object is
 * certain to be there, and elsewhere only when the person has filled in anything of it: the form's renderer
 * makes empty objects by itself, and would otherwise demand the fields of things that nobody asked for.
 * @internal
 */
export function buildObjectNode(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): FormNode {
  const properties = selectProperties(schema, position, run);
  if (!properties) {
    return buildYamlNode(schema, position, run);
  }
  const isCertain =
    position.isCertain && (position.isRequired || isObject(schema.default));
  const required = requiredOf(schema).filter(name => properties.has(name));
  const needed = new Set(required);
  const locked = findLockedNames(schema);
  const shares = shareAmong(properties, required, { ...position, ...run });
  const build = (name: string, child: CrdSchema) =>
    run.build(child, {
      name,
      path: `${position.path}.${name}`,
      depth: position.depth + 1,
      isRequired: needed.has(name),
      isCertain,
      budget: shares.get(name) ?? 0,
      isLocked: position.isLocked || locked.has(name),
    });
  const children = new Map<string, FormNode>();
  properties.forEach((child, name) => children.set(name, build(name, child)));
  const { words, ui } = describeNode(schema, position, run);
  const preset = schema.default;
  const form: JsonObject = {
    type: schema.nullable === true ? ['object', 'null'] : 'object',
    ...words,
    properties: formsOf(children),
    'ui:order': [...orderNames(properties, required), '*'],
    ...(isCertain && isFilled(preset) && { default: preset }),
    ...ui,
  };
  const isSet = isAnySet(children);
  if (isCertain) {
    const certain = {
      ...form,
      ...(required.length > 0 && { required: [...required] }),
    };
    return {
      form: chooseBranches(schema, certain, { position, run }),
      isSet,
      demand: undefined,
      hasUi: true,
    };
  }
  // A choice is made by whoever opens it, also where nobody asked for the object.
  leaveBranches(schema, { position, run });
  const demand = demandOf(properties, required, children);
  const { isRequired } = position;
  return {
    form: demand && !isRequired ? demandIfSet(form, isSet, demand) : form,
    isSet,
    demand: isRequired ? demand : undefined,
    hasUi: true,
  };
}

/**
 * The properties that get a field; undefined when a required one cannot have any, so that the whole object
 * is better edited as YAML.
 */
function selectProperties(
  schema: CrdSchema,
  { path }: FormPosition,
  run: FormRun,
): ReadonlyMap<string, CrdSchema> | undefined {
  const required = new Set(requiredOf(schema));
  const kept = new Map<string, CrdSchema>();
  for (const [name, child] of propertiesOf(schema)) {
    const isRequired = required.has(name) && child.default === undefined;
    const isHidden = readPortalHints(child).hidden && !isRequired;
    if (!isPlainName(name)) {
      run.drop({
        code: 'unusable-name',
        ...tell('form.unusableName', { path: `${path}.${name}` }),
        path: `${path}.${name}`,
      });
      if (isRequired) {
        return undefined;
      }
    } else if (!isHidden) {
      kept.set(name, child);
    }
  }
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) {
    run.drop({
      code: 'unknown-fields-not-shown',
      ...tell('form.unknownFields', { path }),
      path,
    });
  }
  return kept;
}

function formsOf(children: ReadonlyMap<string, FormNode>): JsonObject {
  return Object.fromEntries(
    [...children].map(([name, child]) => [name, child.form]),
  );
}

/**
 * Author's order first; then what must be filled in, then the rest, both as they came: the API server sorts
 * the properties of a Promise by name, so their order says nothing.
 */
function orderNames(
  properties: ReadonlyMap<string, CrdSchema>,
  required: readonly string[],
): string[] {
  const needed = new Set(required);
  const rank = (name: string): readonly number[] => {
    const { order, advanced } = readPortalHints(properties.get(name) ?? {});
    return [
      advanced ? 1 : 0,
      order ?? Number.MAX_SAFE_INTEGER,
      needed.has(name) ? 0 : 1,
    ];
  };
  return [...properties.keys()]
    .map(name => ({ name, rank: rank(name) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ name }) => name);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function isAnySet(children: ReadonlyMap<string, FormNode>): JsonObject {
  if (children.size === 0) {
    return { not: {} };
  }
  return {
    anyOf: [...children].map(([name, child]) => ({
      required: [name],
      ...(Object.keys(child.isSet).length > 0 && {
        properties: { [name]: child.isSet },
      }),
    })),
  };
}

/** `errorMessage` belongs to `ajv-errors`, which Backstage's form uses. */
function demandIfSet(
  form: JsonObject,
  isSet: JsonObject,
  demand: JsonObject,
): JsonObject {
  return {
    ...form,
    if: isSet,
    then: demand,
    errorMessage: { if: 'needs more, or nothing at all' },
  };
}

/** What has a default need not be filled in: the platform does it. */
function demandOf(
  properties: ReadonlyMap<string, CrdSchema>,
  required: readonly string[],
  children: ReadonlyMap<string, FormNode>,
): JsonObject | undefined {
  const asked = required.filter(
    name => properties.get(name)?.default === undefined,
  );
  if (asked.length === 0) {
    return undefined;
  }
  // With the titles, because complaints name a field by the title that stands beside the demand.
  const inner = asked.map(name => {
    const { title } = children.get(name)?.form ?? {};
    const demand = children.get(name)?.demand;
    return [name, { ...(title !== undefined && { title }), ...demand }];
  });
  return { required: asked, properties: Object.fromEntries(inner) };
}

function isFilled(preset: unknown): preset is JsonObject {
  return (
    isObject(preset) && Object.keys(preset).length > 0 && isPlainValue(preset)
  );
}
