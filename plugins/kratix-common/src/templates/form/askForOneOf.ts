import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { titleFromName } from '../../names/titleFromName';
import type { FormNode } from './FormNode';
import { lengthOf } from './scalarRules';

/**
 * "At least one of these", as a rule that the form's renderer does not look at: it would show a choice for what
 * is only a condition.
 * @internal
 */
export interface AtLeastOne {
  /** A schema that holds when one of them is there. */
  readonly isMet: JsonObject;
  /** What is said when none is. */
  readonly complaint: string;
  /** The form says all of it. */
  readonly isExact: boolean;
}

/**
 * Reads `anyOf` of an object. Undefined when it says more than which properties must be there, or when the
 * platform fills one of them in.
 * @internal
 */
export function askForOneOf(
  schema: CrdSchema,
  children: ReadonlyMap<string, FormNode>,
): AtLeastOne | undefined {
  const properties = new Map(propertiesOf(schema));
  const ways = Array.isArray(schema.anyOf)
    ? schema.anyOf.map(way => readNames(asSchema(way)))
    : [];
  const isReadable = ways.every(
    names =>
      names.length > 0 &&
      names.every(
        name =>
          children.has(name) && properties.get(name)?.default === undefined,
      ),
  );
  if (ways.length === 0 || !isReadable) {
    return undefined;
  }
  const titles = ways.map(names =>
    names
      .map(name => children.get(name)?.form.title ?? titleFromName(name))
      .join(' + '),
  );
  return {
    isMet: { anyOf: ways.map(names => isThere(names, properties, children)) },
    complaint: `needs at least one of these: ${titles.join(', ')}`,
    isExact: ways
      .flat()
      .every(name => isSaidExactly(asSchema(properties.get(name)))),
  };
}

/** Nothing when it is about more than names. */
function readNames(way: CrdSchema): readonly string[] {
  const others = Object.keys(way).filter(
    key => key !== 'required' && key !== 'description' && key !== 'title',
  );
  return others.length === 0 ? requiredOf(way) : [];
}

/**
 * The renderer makes empty objects and lists by itself: such a one counts only where nothing need be in it.
 */
function isThere(
  names: readonly string[],
  properties: ReadonlyMap<string, CrdSchema>,
  children: ReadonlyMap<string, FormNode>,
): JsonObject {
  return {
    required: [...names],
    properties: Object.fromEntries(
      names
        .filter(name => isEmptyRefused(asSchema(properties.get(name))))
        .map(name => [name, children.get(name)?.isSet ?? {}]),
    ),
  };
}

function isSaidExactly(schema: CrdSchema): boolean {
  return (
    isEmptyRefused(schema) ||
    !['object', 'map', 'array'].includes(nodeKindOf(schema))
  );
}

function isEmptyRefused(schema: CrdSchema): boolean {
  switch (nodeKindOf(schema)) {
    case 'object':
      return requiredOf(schema).some(
        name =>
          asSchema(asSchema(schema.properties)[name]).default === undefined,
      );
    case 'array':
      return (lengthOf(schema.minItems) ?? 0) > 0;
    default:
      return false;
  }
}
