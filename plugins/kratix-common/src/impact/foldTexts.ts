import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf } from '../wording';

const MAX_NAMED = 3;

/**
 * The same changes, with one for all fields that are described in other words: a report is read for what matters, and a
 * new release of an API rewords hundreds of fields.
 * @public
 */
export function foldTexts<Change extends { code: string; path: string }>(
  changes: readonly Change[],
): (Change | PromiseChange)[] {
  const texts = changes.filter(({ code }) => code === 'text-changed');
  const fields = [...new Set(texts.map(({ path }) => path))];
  const [first] = texts;
  if (!first || fields.length < 2) {
    return [...changes];
  }
  const rest = fields.length - MAX_NAMED;
  const folded: PromiseChange = {
    code: 'text-changed',
    severity: 'safe',
    path: '',
    ...tell('schema.texts', {
      count: fields.length,
      fields: {
        list: [
          ...fields.slice(0, MAX_NAMED).map(nameField),
          ...(rest > 0 ? [wordingOf('schema.more', { count: rest })] : []),
        ],
      },
    }),
  };
  return changes.flatMap((change): (Change | PromiseChange)[] => {
    if (change === first) {
      return [folded];
    }
    return change.code === 'text-changed' ? [] : [change];
  });
}

function nameField(path: string) {
  return path || wordingOf('schema.wholeRequest');
}
