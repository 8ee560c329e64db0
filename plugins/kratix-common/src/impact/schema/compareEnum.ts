import type { JsonValue } from '@backstage/types';
import type { PromiseChange } from '../PromiseChange';
import { showValues } from '../showValue';
import { listOf, without } from './readSchema';
import type { SchemaPair } from './SchemaPair';

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
    message: string,
  ): PromiseChange[] => [
    {
      code: 'enum-changed',
      severity,
      path,
      message,
      ...(old.length > 0 && { before: old }),
      ...(now.length > 0 && { after: now }),
    },
  ];
  if (old.length === 0 && now.length === 0) {
    return [];
  }
  if (now.length === 0) {
    return change('safe', `${path} is no longer limited to listed values.`);
  }
  if (old.length === 0) {
    return change('breaking', `${path} must now be ${showValues(now)}.`);
  }
  return describeLists(path, old, now, change);
}

function describeLists(
  path: string,
  old: readonly JsonValue[],
  now: readonly JsonValue[],
  change: (
    severity: PromiseChange['severity'],
    message: string,
  ) => PromiseChange[],
): PromiseChange[] {
  const gone = without(old, now);
  const fresh = without(now, old);
  if (gone.length > 0) {
    return change('breaking', `${path} no longer takes ${showValues(gone)}.`);
  }
  return fresh.length > 0
    ? change('safe', `${path} takes ${showValues(fresh)} too.`)
    : [];
}
