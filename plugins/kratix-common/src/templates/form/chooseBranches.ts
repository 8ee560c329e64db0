import type { JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { titleFromName } from '../../names/titleFromName';
import type { FormPosition, FormRun } from './FormNode';
import { leaveToPlatform } from './unsaidRules';

/**
 * Turns "exactly one of these" into a choice: the properties that the branches speak of move from the section
 * into the branch that has them. Everything else about alternatives is left to the platform.
 *
 * In a structural schema the branches only narrow properties that stand outside of them (Kubernetes
 * documentation, "Specifying a structural schema").
 * @internal
 */
export function chooseBranches(
  schema: CrdSchema,
  form: JsonObject,
  { position, run }: { position: FormPosition; run: FormRun },
): JsonObject {
  const branches = readBranches(schema, form);
  if (!branches) {
    leaveBranches(schema, { position, run });
    return form;
  }
  leaveBranches({ anyOf: schema.anyOf }, { position, run });
  const properties = asObject(form.properties);
  const required = requiredOf(schema);
  const moved = new Set(branches.flatMap(branch => branch.names));
  const staying = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !moved.has(name)),
  );
  const stillRequired = required.filter(name => name in staying);
  const { required: _, 'ui:order': order, ...rest } = form;
  return {
    ...rest,
    properties: staying,
    ...(stillRequired.length > 0 && { required: stillRequired }),
    ...(Array.isArray(order) && {
      'ui:order': order.filter(
        name => typeof name !== 'string' || !moved.has(name),
      ),
    }),
    oneOf: branches.map(branch => toFormBranch(branch, properties, required)),
  };
}

/**
 * Notes the alternatives of an object that the form does not offer as a choice.
 * @internal
 */
export function leaveBranches(
  schema: CrdSchema,
  { position, run }: { position: FormPosition; run: FormRun },
): void {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    if (schema[keyword] !== undefined) {
      leaveToPlatform(position.path, `"${keyword}"`, run);
    }
  }
}

interface Branch {
  readonly title: string;
  /** Properties that belong to this branch. */
  readonly names: readonly string[];
  readonly required: readonly string[];
  /** The one value that a property has in this branch. */
  readonly fixed: ReadonlyMap<string, JsonValue>;
}

function readBranches(
  schema: CrdSchema,
  form: JsonObject,
): readonly Branch[] | undefined {
  const properties = asObject(form.properties);
  const branches = Array.isArray(schema.oneOf)
    ? schema.oneOf.map(branch => readBranch(asSchema(branch), properties))
    : [];
  const titles = new Set(branches.map(branch => branch?.title));
  return branches.length > 1 &&
    branches.every(branch => branch !== undefined) &&
    titles.size === branches.length
    ? branches
    : undefined;
}

/** Only what a choice can say: which properties, and fixed values of them. */
function readBranch(
  schema: CrdSchema,
  properties: JsonObject,
): Branch | undefined {
  const fixed = new Map<string, JsonValue>();
  for (const [name, child] of propertiesOf(schema)) {
    const values = Array.isArray(child.enum) ? child.enum : [];
    if (values.length === 1 && isScalar(values[0])) {
      fixed.set(name, values[0]);
    } else if (Object.keys(child).length > 0) {
      return undefined;
    }
  }
  const required = requiredOf(schema);
  const names = [...new Set([...fixed.keys(), ...required])];
  const isKnown = names.every(name => Object.hasOwn(properties, name));
  const title =
    typeof schema.title === 'string' && schema.title
      ? schema.title
      : titleOf(fixed, required, properties);
  return isKnown && names.length > 0 && title
    ? { title, names, required, fixed }
    : undefined;
}

function titleOf(
  fixed: ReadonlyMap<string, JsonValue>,
  required: readonly string[],
  properties: JsonObject,
): string {
  if (fixed.size > 0) {
    return [...fixed.values()]
      .map(value => titleFromName(String(value)))
      .join(', ');
  }
  return required
    .map(name => asObject(properties[name]).title ?? titleFromName(name))
    .join(', ');
}

function toFormBranch(
  { title, names, required, fixed }: Branch,
  properties: JsonObject,
  requiredAnyway: readonly string[],
): JsonObject {
  const forms = names.map((name): [string, JsonObject] => {
    const form = asObject(properties[name]);
    const value = fixed.get(name);
    const { default: _, enum: __, ...open } = form;
    return [
      name,
      value === undefined
        ? form
        : { ...open, const: value, 'ui:widget': 'hidden' },
    ];
  });
  return {
    title,
    properties: Object.fromEntries(forms),
    required: names.filter(
      name =>
        required.includes(name) ||
        fixed.has(name) ||
        requiredAnyway.includes(name),
    ),
  };
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? (value as JsonObject) : {};
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
