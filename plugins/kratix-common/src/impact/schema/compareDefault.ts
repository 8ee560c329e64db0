import type { JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import { findDifferences } from '../findDifferences';
import type { PromiseChange } from '../PromiseChange';
import type { FieldDifference } from '../RequestImpact';
import { showValue } from '../showValue';
import { defaultOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell, wordingOf, type Told, type Wording } from '../../wording';

/**
 * The default of a field that is in both. A request that leaves the field out stays valid and says something
 * else.
 * @internal
 */
export function compareDefault(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = defaultOf(pair.before);
  const after = defaultOf(pair.after);
  if (equal(before, after)) {
    return [];
  }
  if (before === undefined) {
    return [
      {
        code: 'default-added',
        severity: 'risky',
        path,
        ...tell('schema.defaultAdded', { path, after: showValue(after) }),
        after,
      },
    ];
  }
  if (after === undefined) {
    return [
      {
        code: 'default-removed',
        severity: 'risky',
        path,
        ...tell('schema.defaultRemoved', { path, before: showValue(before) }),
        before,
      },
    ];
  }
  return [
    {
      code: 'default-changed',
      severity: 'risky',
      path,
      ...describeChange(path, before, after),
      before,
      after,
    },
  ];
}

/** Of an object or a list only what differs, which else would be cut away. */
function describeChange(
  path: string,
  before: JsonValue,
  after: JsonValue,
): Told {
  if (!isStructured(before) || !isStructured(after)) {
    return tell('schema.defaultChanged', {
      path,
      before: showValue(before),
      after: showValue(after),
    });
  }
  const all = findDifferences(before, after, path);
  const rest = all.length - MAX_DIFFERENCES;
  const shown = all
    .slice(0, MAX_DIFFERENCES)
    .map(({ path: at, ...sides }) => describeSide(at, sides));
  return tell('schema.defaultChangedIn', {
    path,
    differences: {
      list:
        rest > 0
          ? [...shown, wordingOf('schema.more', { count: rest })]
          : shown,
    },
  });
}

function describeSide(
  path: string,
  { before, after }: Omit<FieldDifference, 'path'>,
): Wording {
  const [old, now] = [showValue(before), showValue(after)];
  if (before === undefined) {
    return wordingOf('schema.cameAs', { path, after: now });
  }
  return after === undefined
    ? wordingOf('schema.wentAs', { path, before: old })
    : wordingOf('schema.becameAs', { path, before: old, after: now });
}

const MAX_DIFFERENCES = 5;

function isStructured(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}
