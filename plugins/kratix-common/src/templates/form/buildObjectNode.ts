import type { JsonObject } from '@backstage/types';
import {
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { isPlainName, isPlainValue } from '../../kubernetes/reading/plainValue';
import { buildYamlNode } from './buildYamlNode';
import { readAlternatives } from '../../crdSchema/readAlternatives';
import { askForOneOf, type AtLeastOne } from './askForOneOf';
import { chooseBranches, type Choice } from './chooseBranches';
import { describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { toCertainNode, toOptionalNode } from './objectNeeds';
import { shareAmong } from './fieldBudget';
import { findLockedNames, readPortalHints } from './portalHints';
import { leaveToPlatform } from './unsaidRules';
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
  const children = buildChildren(schema, properties, {
    ...{ position, run, isCertain },
  });
  const { words, ui } = describeNode(schema, position, run);
  const preset = schema.default;
  const form: JsonObject = {
    type: schema.nullable === true ? ['object', 'null'] : 'object',
    ...words,
    properties: formsOf(children),
    'ui:order': [...orderNames(properties, requiredOf(schema)), '*'],
    ...(isCertain && isFilled(preset) && { default: preset }),
    ...ui,
  };
  const choice = chooseBranches(schema, children, isCertain);
  const oneOf = choice ? undefined : askForOneOf(schema, children);
  leaveAlternatives(schema, { position, run, choice, oneOf });
  const needs = { schema, children, choice, oneOf };
  return isCertain
    ? toCertainNode(form, needs)
    : toOptionalNode(form, needs, position.isRequired);
}

/** What an alternative asks for is asked for as soon as that is chosen. */
function buildChildren(
  schema: CrdSchema,
  properties: ReadonlyMap<string, CrdSchema>,
  {
    position,
    run,
    isCertain,
  }: { position: FormPosition; run: FormRun; isCertain: boolean },
): ReadonlyMap<string, FormNode> {
  const required = requiredOf(schema).filter(name => properties.has(name));
  const needed = new Set(required);
  const chosen = new Set(
    (readAlternatives(schema) ?? [])
      .flatMap(alternative => alternative.required)
      .filter(name => !needed.has(name)),
  );
  const locked = findLockedNames(schema);
  const shares = shareAmong(properties, required, { ...position, ...run });
  const build = (name: string, child: CrdSchema) =>
    run.build(child, {
      name,
      path: `${position.path}.${name}`,
      depth: position.depth + 1,
      isRequired: needed.has(name) || chosen.has(name),
      isCertain: isCertain && !chosen.has(name),
      budget: shares.get(name) ?? 0,
      isLocked: position.isLocked || locked.has(name),
    });
  return new Map(
    [...properties].map(([name, child]) => [name, build(name, child)]),
  );
}

/** Notes the alternatives that the form does not offer, or not exactly. */
function leaveAlternatives(
  schema: CrdSchema,
  {
    position,
    run,
    choice,
    oneOf,
  }: {
    position: FormPosition;
    run: FormRun;
    choice: Choice | undefined;
    oneOf: AtLeastOne | undefined;
  },
): void {
  if (schema.anyOf !== undefined && !oneOf?.isExact) {
    leaveToPlatform(position.path, '"anyOf"', run);
  }
  if (schema.oneOf !== undefined && !choice) {
    leaveToPlatform(position.path, '"oneOf"', run);
  }
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

function isFilled(preset: unknown): preset is JsonObject {
  return (
    isObject(preset) && Object.keys(preset).length > 0 && isPlainValue(preset)
  );
}
