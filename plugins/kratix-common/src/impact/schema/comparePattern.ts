import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import type { SchemaPair } from './SchemaPair';

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
        message: `${path} no longer has to match ${showValue(before)}.`,
      },
    ];
  }
  return [
    {
      ...change,
      // Whether one pattern takes all that another took is not decided here, so nothing is promised.
      severity: 'breaking',
      message:
        before === undefined
          ? `${path} must now match ${showValue(after)}.`
          : `${path} must now match ${showValue(after)} instead of ${showValue(
              before,
            )}.`,
    },
  ];
}

function patternOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
