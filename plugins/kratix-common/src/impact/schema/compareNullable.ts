import type { PromiseChange } from '../PromiseChange';
import { hasDefault, listOf, watchesFields } from './readSchema';
import type { SchemaPair } from './SchemaPair';

/** @internal */
export function compareNullable(pair: SchemaPair): PromiseChange[] {
  const { before, after, path } = pair;
  const tookNull = takesNull(before);
  if (tookNull === takesNull(after)) {
    return [];
  }
  if (!tookNull) {
    // Until now it was dropped, or replaced by the default; from now on it is kept, and judged.
    const isJudged =
      hasDefault(before) ||
      pair.isWatched ||
      watchesFields(after) ||
      listOf(after, 'enum').length > 0;
    const severity = isJudged ? 'risky' : 'safe';
    const message = `${path} may now be null.`;
    return [{ code: 'nullable-changed', severity, path, message }];
  }
  return hasDefault(after)
    ? [
        {
          code: 'nullable-changed',
          severity: 'risky',
          path,
          message: `${path} may no longer be null; null becomes the default.`,
        },
      ]
    : [
        {
          code: 'nullable-changed',
          severity: 'breaking',
          path,
          message: `${path} may no longer be null; null is dropped, or refused in a list.`,
        },
      ];
}

function takesNull(schema: SchemaPair['before']): boolean {
  return schema.nullable === true;
}
