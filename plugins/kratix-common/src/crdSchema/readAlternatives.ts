import type { JsonValue } from '@backstage/types';
import { isPlainName } from '../kubernetes/reading/plainValue';
import {
  asSchema,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from './crdSchema';

/**
 * One of several ways to fill in an object, of which exactly one is allowed.
 * @internal
 */
export interface Alternative {
  /** As its author calls it. */
  readonly title?: string;
  /** Properties that belong to this one. */
  readonly names: readonly string[];
  /** What must be there, of `names`. */
  readonly required: readonly string[];
  /** The one value that a property has in this alternative. */
  readonly fixed: ReadonlyMap<string, JsonValue>;
}

/**
 * The alternatives of an object's `oneOf`, when they say no more than which properties there are, and fixed
 * values of them; undefined when there is more to them than a choice can say.
 *
 * In a structural schema they only narrow properties that stand outside of them (Kubernetes documentation,
 * "Specifying a structural schema").
 * @internal
 */
export function readAlternatives(
  schema: CrdSchema,
): readonly Alternative[] | undefined {
  const alternatives = Array.isArray(schema.oneOf)
    ? schema.oneOf.map(each => readAlternative(asSchema(each), schema))
    : [];
  return alternatives.length > 1 &&
    alternatives.every(each => each !== undefined) &&
    isFixedInAllOrNone(alternatives, requiredOf(schema))
    ? alternatives
    : undefined;
}

/** What must be there whatever is chosen would have no field beside an alternative that does not fix it. */
function isFixedInAllOrNone(
  alternatives: readonly Alternative[],
  needed: readonly string[],
): boolean {
  return needed.every(
    name =>
      alternatives.every(({ fixed }) => fixed.has(name)) ||
      alternatives.every(({ fixed }) => !fixed.has(name)),
  );
}

/**
 * What the alternative that somebody chose asks for: only a form's choice brings a property of it. Nothing
 * where it cannot be told which one it is.
 * @internal
 */
export function requiredByChoice(
  value: Readonly<Record<string, unknown>>,
  schema: CrdSchema,
): ReadonlySet<string> {
  const chosen = (readAlternatives(schema) ?? []).filter(({ names, fixed }) =>
    names.every(
      name =>
        Object.hasOwn(value, name) &&
        (!fixed.has(name) || fixed.get(name) === value[name]),
    ),
  );
  const [only, ...others] = chosen;
  return new Set(only && others.length === 0 ? only.required : []);
}

/** What must be there whatever is chosen belongs to none of them, unless they fix it. */
function readAlternative(
  schema: CrdSchema,
  whole: CrdSchema,
): Alternative | undefined {
  const known = new Map(propertiesOf(whole));
  const needed = new Set(requiredOf(whole));
  const fixed = new Map<string, JsonValue>();
  for (const [name, child] of propertiesOf(schema)) {
    const values = Array.isArray(child.enum) ? child.enum : [];
    if (values.length === 1 && isScalar(values[0])) {
      fixed.set(name, values[0]);
    } else if (Object.keys(child).length > 0) {
      return undefined;
    }
  }
  const required = requiredOf(schema).filter(
    name => fixed.has(name) || !needed.has(name),
  );
  const names = [...new Set([...fixed.keys(), ...required])];
  const isUsable =
    names.length > 0 &&
    names.every(name => isPlainName(name) && isShown(known.get(name))) &&
    // What has a default is always there, whatever is chosen.
    required.every(
      name => fixed.has(name) || known.get(name)?.default === undefined,
    );
  const { title } = schema;
  return isUsable
    ? {
        ...(typeof title === 'string' && title && { title }),
        ...{ names, required, fixed },
      }
    : undefined;
}

function isShown(schema: CrdSchema | undefined): boolean {
  return (
    schema !== undefined && asSchema(schema['x-kratix-portal']).hidden !== true
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
