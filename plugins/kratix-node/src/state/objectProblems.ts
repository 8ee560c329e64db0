import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Observed } from './Observed';
import { findEntry, type Entries } from './sortedEntries';

interface ProblemContext {
  readonly platform: string;
  readonly kind: string;
}

/**
 * Every problem of the objects, each with the object that has it.
 * @internal
 */
export function toProblems<T>(
  entries: Iterable<Observed<T>>,
  context: ProblemContext,
): ObjectProblem[] {
  const problems: ObjectProblem[] = [];
  for (const entry of entries) {
    const own = entry.parsed.ok
      ? entry.parsed.problems
      : [entry.parsed.problem];
    for (const problem of own) {
      problems.push({
        ...problem,
        platform: context.platform,
        kind: context.kind,
        ...(entry.namespace && { namespace: entry.namespace }),
        name: entry.name,
        resourceVersion: entry.resourceVersion,
      });
    }
  }
  return problems;
}

/**
 * The problems that an object did not have before. The same one in the same place is no news when only the
 * version of its object is new.
 * @internal
 */
export function findNewProblems<T>(
  before: Entries<T> | undefined,
  changed: readonly Observed<T>[],
  context: ProblemContext,
): ObjectProblem[] {
  return changed.flatMap(entry => {
    const earlier = before && findEntry(before, entry.key).entry;
    const known = new Set(
      toProblems(earlier ? [earlier] : [], context).map(problemKey),
    );
    return toProblems([entry], context).filter(
      problem => !known.has(problemKey(problem)),
    );
  });
}

function problemKey(problem: ObjectProblem): string {
  return `${problem.code} ${problem.path ?? ''}`;
}
