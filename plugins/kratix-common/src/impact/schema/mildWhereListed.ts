import type { JsonValue } from '@backstage/types';
import { readStructuralSchema } from '../../structural/readStructuralSchema';
import { validateSchema } from '../../structural/validateSchema';
import type { PromiseChange, PromiseChangeCode } from '../PromiseChange';
import { listOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';

/** What a value by itself is judged by. */
const ofValues: ReadonlySet<PromiseChangeCode> = new Set<PromiseChangeCode>([
  'bound-changed',
  'pattern-changed',
  'format-changed',
  'enum-changed',
  'alternatives-changed',
]);

/**
 * Where only listed values were taken, it is known whether each of them still is: then a tighter bound, another pattern
 * or another format refuses nothing.
 * @internal
 */
export function mildWhereListed(
  changes: readonly PromiseChange[],
  { before, after }: SchemaPair,
): PromiseChange[] {
  const values = listOf(before, 'enum');
  const isHarmless =
    values.length > 0 &&
    changes.some(isHard) &&
    values.every(isScalar) &&
    values
      .filter(value => takes(before, value))
      .every(value => takes(after, value));
  return changes.map(change =>
    isHarmless && isHard(change) ? { ...change, severity: 'safe' } : change,
  );
}

function isHard({ severity, code }: PromiseChange): boolean {
  return severity === 'breaking' && ofValues.has(code);
}

function isScalar(value: JsonValue): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function takes(schema: SchemaPair['before'], value: JsonValue): boolean {
  return validateSchema(value, readStructuralSchema(schema), '').length === 0;
}
