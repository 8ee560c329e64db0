import equal from 'fast-deep-equal';
import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import { defaultOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

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
      ...tell('schema.defaultChanged', {
        path,
        before: showValue(before),
        after: showValue(after),
      }),
      before,
      after,
    },
  ];
}
