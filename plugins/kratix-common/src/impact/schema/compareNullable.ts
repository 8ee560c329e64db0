import type { PromiseChange } from '../PromiseChange';
import { hasDefault, isAnyValue } from './readSchema';
import type { SchemaPair } from './SchemaPair';

/** @internal */
export function compareNullable(pair: SchemaPair): PromiseChange[] {
  const { before, after, path } = pair;
  const tookNull = takesNull(before);
  if (tookNull === takesNull(after)) {
    return [];
  }
  if (!tookNull) {
    // Where null may not stand, the API server replaced it by the default.
    const severity = hasDefault(before) ? 'risky' : 'safe';
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
          message: `${path} may no longer be null.`,
        },
      ];
}

function takesNull(schema: SchemaPair['before']): boolean {
  return schema.nullable === true || isAnyValue(schema);
}
