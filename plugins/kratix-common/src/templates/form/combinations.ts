import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  type CrdSchema,
  type NodeKind,
} from '../../crdSchema/crdSchema';
import { readScalarRules } from './scalarRules';
import type { Wording } from '../../wording';

const keywords = ['allOf', 'anyOf', 'oneOf', 'not'] as const;

/**
 * `allOf`, `anyOf`, `oneOf` and `not` of one value, as a rule that the form's renderer does not look at: it
 * would show a choice of alternatives for what is only a condition. Nothing when the form would judge
 * otherwise than the API server.
 * @internal
 */
export function sayCombinations(schema: CrdSchema, kind: NodeKind): JsonObject {
  const said = canSayCombinations(schema, kind)
    ? translateCombinations(schema, kind)
    : undefined;
  return said && Object.keys(said).length > 0
    ? {
        not: { not: said },
        errorMessage: {
          not: 'does not have one of the forms that are allowed',
        },
      }
    : {};
}

/**
 * Whether the form says all combinations of a node.
 * @internal
 */
export function canSayCombinations(schema: CrdSchema, kind: NodeKind): boolean {
  if (kind === 'intOrString') {
    return isImplied(schema);
  }
  return (
    ['string', 'integer', 'number'].includes(kind) &&
    translateCombinations(schema, kind) !== undefined
  );
}

/** What every number-or-text says: that it is one of the two. */
function isImplied(schema: CrdSchema): boolean {
  const types = ['integer', 'string'];
  const isTypeOnly = (part: unknown): boolean =>
    Object.keys(asSchema(part)).length === 1 &&
    types.includes(String(asSchema(part).type));
  return keywords.every(
    keyword =>
      schema[keyword] === undefined ||
      (keyword === 'anyOf' &&
        Array.isArray(schema.anyOf) &&
        schema.anyOf.every(isTypeOnly)),
  );
}

function translateCombinations(
  schema: CrdSchema,
  kind: NodeKind,
): JsonObject | undefined {
  const said: JsonObject = {};
  for (const keyword of keywords) {
    const parts = schema[keyword];
    if (parts !== undefined) {
      const list = Array.isArray(parts) ? parts : [parts];
      const translated = list.map(part => translatePart(asSchema(part), kind));
      if (translated.includes(undefined) || list.length === 0) {
        return undefined;
      }
      said[keyword] =
        keyword === 'not' ? translated[0] : (translated as JsonObject[]);
    }
  }
  return said;
}

const ignored = new Set(['description', 'title', 'example']);

/** Undefined when a keyword of it cannot be said exactly. */
function translatePart(
  part: CrdSchema,
  kind: NodeKind,
): JsonObject | undefined {
  const left: Wording[] = [];
  const { schema } = readScalarRules(part, kind, what => left.push(what));
  const combinations = translateCombinations(part, kind);
  const wanted = Object.keys(part).filter(
    key => !ignored.has(key) && !isCombination(key) && !isSwitch(key),
  );
  const isComplete =
    left.length === 0 &&
    wanted.every(key =>
      Object.keys(schema).some(
        said =>
          said.toLowerCase().replace('exclusive', '') === key.toLowerCase(),
      ),
    );
  return isComplete && combinations
    ? { ...schema, ...combinations }
    : undefined;
}

function isCombination(key: string): boolean {
  return keywords.some(keyword => keyword === key);
}

function isSwitch(key: string): boolean {
  return key === 'exclusiveMinimum' || key === 'exclusiveMaximum';
}
