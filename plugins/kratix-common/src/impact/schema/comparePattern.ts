import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/** @internal */
export function comparePattern(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = patternOf(pair.before.pattern);
  const after = patternOf(pair.after.pattern);
  if (before === after) {
    return [];
  }
  const change = { code: 'pattern-changed', path, before, after } as const;
  if (after === undefined) {
    return [
      {
        ...change,
        severity: 'safe',
        ...tell('schema.patternGone', { path, before: showValue(before) }),
      },
    ];
  }
  return [
    {
      ...change,
      // Whether one pattern takes all that another took is not decided here, so nothing is promised.
      severity: 'breaking',
      ...(before === undefined
        ? tell('schema.patternNew', { path, after: showValue(after) })
        : tell('schema.patternChanged', {
            path,
            before: showValue(before),
            after: showValue(after),
          })),
    },
  ];
}

function patternOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
