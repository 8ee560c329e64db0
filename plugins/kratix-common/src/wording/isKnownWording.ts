import { namesIn } from './fillIn';
import { findWording } from './findWording';
import type { Wording, WordingParam } from './Wording';
import { isList } from './writeWording';

/**
 * Whether this version of the suite has the text, with all that stands in it. A backend may be newer than the
 * pages; what they cannot say wholly, they leave in English.
 * @public
 */
export function isKnownWording({ key, params = {} }: Wording): boolean {
  const text = findWording(key, params.count);
  return (
    text !== undefined &&
    namesIn(text).every(name => Object.hasOwn(params, name)) &&
    Object.values(params).every(isKnownParam)
  );
}

function isKnownParam(value: WordingParam): boolean {
  if (typeof value !== 'object') {
    return true;
  }
  return isList(value) ? value.list.every(isKnownParam) : isKnownWording(value);
}
