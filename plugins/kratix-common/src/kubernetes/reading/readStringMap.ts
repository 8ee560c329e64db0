import type { Problem } from '../../model';
import { addProblem } from './addProblem';
import { looseObject, readField } from './readField';
import { tell } from '../../wording';

/**
 * Written by `kubectl apply`: a whole copy of the object, of no use here and as large as it.
 */
const lastAppliedConfiguration =
  'kubectl.kubernetes.io/last-applied-configuration';

/** A prefix of 253 characters, a slash and a name of 63. */
const longestKey = 317;

/**
 * Labels or annotations. Neither the number nor, for labels, the total length is limited by the API server.
 * @internal
 */
export function readStringMap(
  value: unknown,
  path: string,
  problems: Problem[],
  limits: { entries: number; valueLength: number },
): Readonly<Record<string, string>> {
  const map = readField(looseObject, value, path, problems) ?? {};
  const entries = Object.entries(map).filter(
    ([key]) => key !== lastAppliedConfiguration,
  );
  const kept = entries
    .filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        entry[1].length <= limits.valueLength &&
        entry[0].length <= longestKey,
    )
    .slice(0, limits.entries);
  if (kept.length < entries.length) {
    addProblem(problems, {
      code: 'ignored-entries',
      ...tell('problem.ignoredEntries', {
        path,
        count: entries.length - kept.length,
      }),
      path,
    });
  }
  return Object.fromEntries(kept);
}
