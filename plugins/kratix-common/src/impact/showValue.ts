import type { JsonValue } from '@backstage/types';
import { cutText } from '../kubernetes/bounds';

const MAX_LENGTH = 60;
const MAX_VALUES = 8;

/** A value as a person reads it in a sentence, cut at a sane length. @internal */
export function showValue(value: unknown): string {
  return cutText(JSON.stringify(value) ?? 'nothing', MAX_LENGTH);
}

/** `"a", "b" or "c"` @internal */
export function showValues(values: readonly JsonValue[]): string {
  const shown = values.slice(0, MAX_VALUES).map(showValue);
  const rest = values.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} or ${last}`;
}
