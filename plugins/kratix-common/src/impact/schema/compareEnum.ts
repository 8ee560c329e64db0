import type { JsonValue } from '@backstage/types';
import type { PromiseChange } from '../PromiseChange';
import { showValues } from '../showValue';
import { listOf, without } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell, type Told } from '../../wording';

/** @internal */
export function compareEnum({
  before,
  after,
  path,
}: SchemaPair): PromiseChange[] {
  const old = listOf(before, 'enum');
  const now = listOf(after, 'enum');
  const change = (
    severity: PromiseChange['severity'],
    told: Told,
  ): PromiseChange[] => [
    {
      code: 'enum-changed',
      severity,
      path,
      ...told,
      ...(old.length > 0 && { before: old }),
      ...(now.length > 0 && { after: now }),
    },
  ];
  if (old.length === 0 && now.length === 0) {
    return [];
  }
  if (now.length === 0) {
    return change('safe', tell('schema.enumGone', { path }));
  }
  if (old.length === 0) {
    return change(
      'breaking',
      tell('schema.enumNew', { path, values: showValues(now) }),
    );
  }
  return describeLists(path, old, now, change);
}

function describeLists(
  path: string,
  old: readonly JsonValue[],
  now: readonly JsonValue[],
  change: (severity: PromiseChange['severity'], told: Told) => PromiseChange[],
): PromiseChange[] {
  const gone = without(old, now);
  const fresh = without(now, old);
  if (gone.length > 0) {
    return change(
      'breaking',
      tell('schema.enumLess', { path, values: showValues(gone) }),
    );
  }
  return fresh.length > 0
    ? change(
        'safe',
        tell('schema.enumMore', { path, values: showValues(fresh) }),
      )
    : [];
}
