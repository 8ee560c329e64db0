import type { JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { ImpactSeverity } from '../ImpactSeverity';
import type { PromiseChange } from '../PromiseChange';
import { isIntOrString, listOf, without } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * `allOf`, `anyOf`, `oneOf` and `not`. One more demand can refuse, one less cannot; one more alternative of
 * `anyOf` cannot, one less can; anything about `oneOf` can, because a value may come to fit two.
 * @internal
 */
export function compareAlternatives(pair: SchemaPair): PromiseChange[] {
  return [
    ...compareKeyword('allOf', 'demands', pair, ({ fresh }) =>
      fresh > 0 ? 'breaking' : 'safe',
    ),
    ...compareKeyword('anyOf', 'alternatives', pair, ({ gone, was }) =>
      gone > 0 || was === 0 ? 'breaking' : 'safe',
    ),
    ...compareKeyword('oneOf', 'alternatives', pair, () => 'breaking'),
    ...compareNot(pair),
  ];
}

/** How many entries were there, went away and came. */
interface EntryCounts {
  readonly was: number;
  readonly gone: number;
  readonly fresh: number;
}

function compareKeyword(
  keyword: string,
  noun: 'demands' | 'alternatives',
  { before, after, path }: SchemaPair,
  judge: (count: EntryCounts) => ImpactSeverity,
): PromiseChange[] {
  const old = alternativesOf(before, keyword);
  const now = alternativesOf(after, keyword);
  if (equal(old, now)) {
    return [];
  }
  if (now.length === 0) {
    return [
      {
        code: 'alternatives-changed',
        severity: 'safe',
        path,
        ...tell(`schema.${noun}Gone`, { path, keyword }),
      },
    ];
  }
  const gone = without(old, now).length;
  const fresh = without(now, old).length;
  const severity =
    gone === 0 && fresh === 0 && old.length === now.length
      ? undefined
      : judge({ gone, fresh, was: old.length });
  return severity
    ? [
        {
          code: 'alternatives-changed',
          severity,
          path,
          ...tell(
            severity === 'safe'
              ? `schema.${noun}Wider`
              : `schema.${noun}Changed`,
            { path, keyword },
          ),
        },
      ]
    : [];
}

/**
 * Without the alternatives that only say once more what `x-kubernetes-int-or-string` says (Kubernetes,
 * CustomResourceDefinitions, "int-or-string").
 */
function alternativesOf(schema: CrdSchema, keyword: string): JsonValue[] {
  const all = listOf(schema, keyword);
  if (!isIntOrString(schema)) {
    return all;
  }
  if (keyword === 'anyOf') {
    return equal(all, INT_OR_STRING) ? [] : all;
  }
  return keyword === 'allOf' ? without(all, [{ anyOf: INT_OR_STRING }]) : all;
}

const INT_OR_STRING: JsonValue[] = [{ type: 'integer' }, { type: 'string' }];

function compareNot({ before, after, path }: SchemaPair): PromiseChange[] {
  if (equal(before.not, after.not)) {
    return [];
  }
  return [
    after.not === undefined
      ? {
          code: 'alternatives-changed',
          severity: 'safe',
          path,
          ...tell('schema.excludesNoLonger', { path }),
        }
      : {
          code: 'alternatives-changed',
          severity: 'breaking',
          path,
          ...tell('schema.excludesOthers', { path }),
        },
  ];
}
