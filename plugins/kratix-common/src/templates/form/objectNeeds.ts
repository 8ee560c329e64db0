import type { JsonObject } from '@backstage/types';
import {
  requiredOf,
  type CrdSchema,
  asSchema,
} from '../../crdSchema/crdSchema';
import type { AtLeastOne } from './askForOneOf';
import type { Choice } from './chooseBranches';
import type { FormNode } from './FormNode';

/**
 * What an object asks for.
 * @internal
 */
export interface ObjectNeeds {
  readonly schema: CrdSchema;
  readonly children: ReadonlyMap<string, FormNode>;
  readonly choice: Choice | undefined;
  readonly oneOf: AtLeastOne | undefined;
}

/**
 * An object that is certain to be there asks for what it needs at once.
 * @internal
 */
export function toCertainNode(form: JsonObject, needs: ObjectNeeds): FormNode {
  const { schema, children, choice, oneOf } = needs;
  const required = requiredOf(schema).filter(name => children.has(name));
  const certain: JsonObject = {
    ...form,
    ...(required.length > 0 && { required }),
    ...(oneOf && ruleOf(oneOf.isMet, oneOf.complaint)),
  };
  return {
    form: choice ? choice.offer(certain) : certain,
    isSet: isAnySet(needs),
    demand: undefined,
    hasUi: true,
  };
}

/**
 * Another asks only when the person has filled in anything of it, unless it is itself something that is needed:
 * then the object around it asks.
 * @internal
 */
export function toOptionalNode(
  form: JsonObject,
  needs: ObjectNeeds,
  isRequired: boolean,
): FormNode {
  const isSet = isAnySet(needs);
  const demand = demandOf(needs);
  const open = needs.choice ? needs.choice.offer(form) : form;
  return {
    form: demand && !isRequired ? demandIfSet(open, isSet, demand) : open,
    isSet,
    demand: isRequired ? withChoice(demand, needs.choice) : undefined,
    hasUi: true,
  };
}

function isAnySet({ children, choice }: ObjectNeeds): JsonObject {
  if (children.size === 0) {
    return { not: {} };
  }
  return {
    anyOf: [...children].map(([name, { isSet }]) => ({
      required: [name],
      ...(Object.keys(isSet).length > 0 &&
        !choice?.moved.has(name) && { properties: { [name]: isSet } }),
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
function demandOf({
  schema,
  children,
  choice,
  oneOf,
}: ObjectNeeds): JsonObject | undefined {
  const properties = asSchema(schema.properties);
  const asked = requiredOf(schema).filter(
    name =>
      children.has(name) &&
      !choice?.moved.has(name) &&
      asSchema(properties[name]).default === undefined,
  );
  if (asked.length === 0 && !oneOf) {
    return undefined;
  }
  // With the titles, because complaints name a field by the title that stands beside the demand.
  const inner = asked.map(name => {
    const { title } = children.get(name)?.form ?? {};
    const demand = children.get(name)?.demand;
    return [name, { ...(title !== undefined && { title }), ...demand }];
  });
  return {
    ...(asked.length > 0 && {
      required: asked,
      properties: Object.fromEntries(inner),
    }),
    ...(oneOf && ruleOf(oneOf.isMet, oneOf.complaint)),
  };
}

/** "Nothing of it" is no answer where the object must be there. */
function withChoice(
  demand: JsonObject | undefined,
  choice: Choice | undefined,
): JsonObject | undefined {
  return choice
    ? { ...demand, ...ruleOf(choice.isMade, 'needs a choice') }
    : demand;
}

/** A rule that the form's renderer does not look at. */
function ruleOf(rule: JsonObject, complaint: string): JsonObject {
  return { not: { not: rule }, errorMessage: { not: complaint } };
}
