import type { PromiseChange } from '../PromiseChange';
import { hasDefault, listOf, watchesFields } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

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
    const told = tell('schema.nullNow', { path });
    return [{ code: 'nullable-changed', severity, path, ...told }];
  }
  return hasDefault(after)
    ? [
        {
          code: 'nullable-changed',
          severity: 'risky',
          path,
          ...tell('schema.nullIsDefault', { path }),
        },
      ]
    : [
        {
          code: 'nullable-changed',
          severity: 'breaking',
          path,
          ...tell('schema.nullNoLonger', { path }),
        },
      ];
}

function takesNull(schema: SchemaPair['before']): boolean {
  return schema.nullable === true;
}
