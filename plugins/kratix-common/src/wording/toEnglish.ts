import { fillIn } from './fillIn';
import { findWording } from './findWording';
import type { Wording } from './Wording';
import { writeWording, type WordingWriter } from './writeWording';

/**
 * Says it in English: for logs, the catalog, pull requests, the CLI, agents, and pages that do not know the
 * text.
 * @public
 */
export function toEnglish(wording: Wording): string {
  return writeWording(wording, english);
}

const english: WordingWriter = {
  write: (key, params) => {
    const words = Object.entries(params).map(([name, value]) => [
      name,
      String(value),
    ]);
    return fillIn(
      findWording(key, params.count) ?? key,
      Object.fromEntries(words),
    );
  },
  join: (words, as) => {
    const last = words.at(-1);
    return as === 'or' && last !== undefined && words.length > 1
      ? `${words.slice(0, -1).join(', ')} or ${last}`
      : words.join(', ');
  },
};
