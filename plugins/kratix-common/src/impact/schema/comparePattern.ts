import { cutText } from '../../kubernetes/reading/bounds';
import type { PromiseChange } from '../PromiseChange';
import type { SchemaPair } from './SchemaPair';
import { takesMore } from './takesMore';
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
        ...tell('schema.patternGone', { path, before: show(before) }),
      },
    ];
  }
  if (before === undefined) {
    const told = tell('schema.patternNew', { path, after: show(after) });
    return [{ ...change, severity: 'breaking', ...told }];
  }
  const patterns = { path, before: show(before), after: show(after) };
  return [
    takesMore(after, before)
      ? {
          ...change,
          severity: 'safe',
          ...tell('schema.patternWider', patterns),
        }
      : {
          ...change,
          // Nothing is promised where it is not plain to see that one pattern takes all that another took.
          severity: 'breaking',
          ...tell('schema.patternChanged', patterns),
        },
  ];
}

/** As its author wrote it, without JSON's backslashes, and long enough to see what differs. */
function show(pattern = ''): string {
  return `"${cutText(pattern, MAX_PATTERN)}"`;
}

const MAX_PATTERN = 250;

function patternOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
