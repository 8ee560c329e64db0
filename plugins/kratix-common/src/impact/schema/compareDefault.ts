import equal from 'fast-deep-equal';
import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import { defaultOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';

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
        message: `${path} is now ${showValue(
          after,
        )} where a request leaves it out.`,
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
        message: `${path} is no longer ${showValue(
          before,
        )} where a request leaves it out.`,
        before,
      },
    ];
  }
  return [
    {
      code: 'default-changed',
      severity: 'risky',
      path,
      message: `${path} is now ${showValue(after)} instead of ${showValue(
        before,
      )} where a request leaves it out.`,
      before,
      after,
    },
  ];
}
