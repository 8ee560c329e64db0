import type { JsonObject, JsonValue } from '@backstage/types';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import {
  readAlternatives,
  type Alternative,
} from '../../crdSchema/readAlternatives';
import { isObject } from '../../kubernetes/reading/readField';
import { titleFromName } from '../../names/titleFromName';
import type { FormNode } from './FormNode';

/**
 * Says of a part of a form that it is one of several to choose from, whose title stands in the choice.
 * @alpha
 */
export const alternativeKey = 'x-kratix-alternative';

/**
 * A choice between alternatives, while its form is built.
 * @internal
 */
export interface Choice {
  /** Properties that move from the section into the alternative that has them. */
  readonly moved: ReadonlySet<string>;
  /** Whether somebody chose one: the renderer brings a property only with its alternative. */
  readonly isMade: JsonObject;
  /**
   * The form of the section with the choice.
   *
   * @param form - the section with all its properties
   */
  offer(form: JsonObject): JsonObject;
}

/**
 * Turns "exactly one of these" into a choice: the properties that the alternatives speak of move from the
 * section into the one that has them, and what it asks for is asked for as soon as it is chosen. Where nobody
 * need ask for the object, nothing of it can be chosen too. Undefined when `oneOf` says more than a choice can.
 * @internal
 */
export function chooseBranches(
  schema: CrdSchema,
  children: ReadonlyMap<string, FormNode>,
  isCertain: boolean,
): Choice | undefined {
  const alternatives = readAlternatives(schema);
  const isShown = alternatives?.every(({ names }) =>
    names.every(name => children.has(name)),
  );
  if (!alternatives || !isShown) {
    return undefined;
  }
  const moved = new Set(alternatives.flatMap(({ names }) => names));
  const titles = titlesOf(alternatives, children);
  const branches = alternatives.map((alternative, index) => ({
    title: titles[index] ?? '',
    [alternativeKey]: true,
    ...(!isCertain && { type: 'object' }), // null is none of them
    ...toBranch(alternative, children),
    ...besideNoOther(alternatives.filter(each => each !== alternative)),
  }));
  return {
    moved,
    isMade: isAnyThere(moved),
    offer: form => {
      const open = withoutMoved(form, moved);
      return isCertain
        ? { ...open, oneOf: branches }
        : {
            ...open,
            oneOf: [nothingOf(schema, children, moved), ...branches],
          };
    },
  };
}

/**
 * Nothing is chosen, and nothing else of the object is filled in either. The renderer takes an alternative with
 * properties for the one that is meant only once one of them is there (RJSF `getMatchingOption`): without them it
 * would go back to this one as soon as another is chosen. An empty schema shows nothing.
 */
function nothingOf(
  schema: CrdSchema,
  children: ReadonlyMap<string, FormNode>,
  moved: ReadonlySet<string>,
): JsonObject {
  const staying = [...children].filter(([name]) => !moved.has(name));
  const isUsed = [
    ...staying.map(([name, { isSet }]) => ({
      required: [name],
      properties: { [name]: isSet },
    })),
    isAnyThere(moved),
  ];
  return {
    title: 'None',
    type: schema.nullable === true ? ['object', 'null'] : 'object',
    [alternativeKey]: true,
    properties: Object.fromEntries([...moved].map(name => [name, {}])),
    not: { type: 'object', anyOf: isUsed },
    errorMessage: { not: 'needs a choice, or nothing at all' },
  };
}

/** What two alternatives fit is refused, also where one of them has more against it than that. */
function besideNoOther(others: readonly Alternative[]): JsonObject {
  return {
    not: {
      type: 'object',
      anyOf: others.map(({ required, fixed }) => ({
        required: [...required],
        properties: Object.fromEntries(
          [...fixed].map(([name, value]) => [name, { const: value }]),
        ),
      })),
    },
    errorMessage: { not: 'fits more than one of the choices' },
  };
}

function isAnyThere(names: ReadonlySet<string>): JsonObject {
  return {
    type: 'object',
    anyOf: [...names].map(name => ({ required: [name] })),
  };
}

function withoutMoved(
  form: JsonObject,
  moved: ReadonlySet<string>,
): JsonObject {
  const { required, 'ui:order': order, ...rest } = form;
  const isStaying = (name: unknown): boolean =>
    typeof name !== 'string' || !moved.has(name);
  const needed = Array.isArray(required) ? required.filter(isStaying) : [];
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(asObject(form.properties)).filter(([name]) =>
        isStaying(name),
      ),
    ),
    ...(needed.length > 0 && { required: needed }),
    ...(Array.isArray(order) && { 'ui:order': order.filter(isStaying) }),
  };
}

function titlesOf(
  alternatives: readonly Alternative[],
  children: ReadonlyMap<string, FormNode>,
): string[] {
  const titles = alternatives.map(
    each => each.title ?? titleOf(each, children),
  );
  return titles.map((title, index) => {
    const count = titles.slice(0, index).filter(one => one === title).length;
    return count > 0 ? `${title} (${count + 1})` : title;
  });
}

function titleOf(
  { fixed, required }: Alternative,
  children: ReadonlyMap<string, FormNode>,
): string {
  return fixed.size > 0
    ? [...fixed.values()].map(value => titleFromName(String(value))).join(', ')
    : required
        .map(name => children.get(name)?.form.title ?? titleFromName(name))
        .join(', ');
}

function toBranch(
  { names, required, fixed }: Alternative,
  children: ReadonlyMap<string, FormNode>,
): JsonObject {
  const isNeeded = (name: string) => required.includes(name) || fixed.has(name);
  const forms = names.map((name): [string, JsonObject] => {
    const { form = {}, demand } = children.get(name) ?? {};
    const value = fixed.get(name);
    const { default: _, enum: __, ...open } = form;
    return value === undefined
      ? [name, isNeeded(name) ? withDemand(form, demand) : form]
      : [name, { ...open, const: value, 'ui:widget': 'hidden' }];
  });
  return {
    properties: Object.fromEntries(forms),
    required: names.filter(isNeeded),
  };
}

/** What is chosen is there, so what must be filled in of it is asked for at once. */
function withDemand(
  form: JsonObject,
  demand: JsonObject | undefined,
): JsonObject {
  const forms = asObject(form.properties);
  const inner = Object.entries(asObject(demand?.properties)).map(
    ([name, each]) => [name, withDemand(asObject(forms[name]), asObject(each))],
  );
  return demand
    ? {
        ...form,
        ...demand,
        ...(isObject(form.properties) && {
          properties: { ...forms, ...Object.fromEntries(inner) },
        }),
      }
    : form;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? (value as JsonObject) : {};
}
