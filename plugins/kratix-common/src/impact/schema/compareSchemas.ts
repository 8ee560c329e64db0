import equal from 'fast-deep-equal';
import { asSchema, type CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { compareAlternatives } from './compareAlternatives';
import { compareBounds } from './compareBounds';
import { compareDefault } from './compareDefault';
import { compareEnum } from './compareEnum';
import { compareFields } from './compareFields';
import { compareFormat } from './compareFormat';
import { compareListRules } from './compareListRules';
import { compareNullable } from './compareNullable';
import { comparePattern } from './comparePattern';
import { compareRules } from './compareRules';
import { compareTexts } from './compareTexts';
import { compareType } from './compareType';
import { compareUnknownFields } from './compareUnknownFields';
import { mildWhereListed } from './mildWhereListed';
import { preservesUnknown, watchesFields } from './readSchema';
import type { KeywordComparison, SchemaPair } from './SchemaPair';

const KEYWORDS: readonly KeywordComparison[] = [
  compareNullable,
  compareEnum,
  compareBounds,
  comparePattern,
  compareFormat,
  compareDefault,
  compareListRules,
  compareUnknownFields,
  compareAlternatives,
  compareRules,
  compareTexts,
];

/** Deeper than any API that a person wrote; a schema is untrusted. */
const MAX_DEPTH = 64;

/**
 * What changed between two structural schemas, judged for the values that the first one takes.
 *
 * @remarks
 * The rules are those by which the API server judges (Kubernetes, CustomResourceDefinitions: structural
 * schemas, pruning, defaulting, validation rules); `docs/impact.md` lists them for people.
 * @internal
 */
export function compareSchemas(pair: SchemaPair, depth = 0): PromiseChange[] {
  if (depth > MAX_DEPTH) {
    return equal(pair.before, pair.after) ? [] : [tooDeep(pair.path)];
  }
  const retyped = compareType(pair);
  if (retyped.some(({ severity }) => severity === 'breaking')) {
    // What the new type demands means nothing to values of the old one.
    return retyped;
  }
  return [
    ...retyped,
    ...mildWhereListed(
      KEYWORDS.flatMap(compare => compare(pair)),
      pair,
    ),
    ...compareFields(pair, below => compareSchemas(below, depth + 1)),
    ...compareItems(pair, depth),
  ];
}

function compareItems(pair: SchemaPair, depth: number): PromiseChange[] {
  const { before, after, path, isWatched } = pair;
  if (before.items === undefined || after.items === undefined) {
    return [];
  }
  return compareSchemas(
    {
      before: itemsOf(before),
      after: itemsOf(after),
      path: `${path}[]`,
      isWatched: isWatched || watchesFields(after),
    },
    depth + 1,
  );
}

/**
 * A list that keeps unknown fields keeps those of its entries (apiextensions-apiserver,
 * pkg/apiserver/schema/pruning/algorithm.go `skipPrune`).
 */
function itemsOf(list: CrdSchema): CrdSchema {
  const items = asSchema(list.items);
  const hasFields = items.type === 'object' || items.type === 'array';
  return preservesUnknown(list) && hasFields
    ? { ...items, 'x-kubernetes-preserve-unknown-fields': true }
    : items;
}

function tooDeep(path: string): PromiseChange {
  return {
    code: 'type-changed',
    severity: 'breaking',
    path,
    message: `${path} lies too deep to be compared, and changed.`,
  };
}
