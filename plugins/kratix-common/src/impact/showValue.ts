import type { JsonValue } from '@backstage/types';
import { cutText } from '../kubernetes/reading/bounds';
import { wordingOf, type WordingList } from '../wording';

const MAX_LENGTH = 60;
const MAX_VALUES = 8;

/** A value as a person reads it in a sentence, cut at a sane length. @internal */
export function showValue(value: unknown): string {
  return cutText(JSON.stringify(value) ?? 'nothing', MAX_LENGTH);
}

/** `"a", "b" or "c"` @internal */
export function showValues(values: readonly JsonValue[]): WordingList {
  const shown = values.slice(0, MAX_VALUES).map(showValue);
  const rest = values.length - shown.length;
  return {
    list:
      rest > 0 ? [...shown, wordingOf('schema.more', { count: rest })] : shown,
    join: 'or',
  };
}
