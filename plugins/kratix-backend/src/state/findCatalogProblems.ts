import {
  buildPromiseEntities,
  findPromiseNameProblems,
  isPromiseSelected,
  namePlatform,
  tell,
  type KratixPromise,
  type ObjectProblem,
  type Platform,
  type PlatformSnapshot,
  type Problem,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findUnreadablePromise } from './findUnreadable';

/**
 * What of the Promises the catalog does not show as their authors meant it, and which of them are gone while
 * their requests are not. Made here once more by the same pure builders: two plugins share no memory, for they
 * may run in two processes.
 * @internal
 */
export function findCatalogProblems(
  platform: Platform,
  snapshot: PlatformSnapshot,
  select: PromiseSelection,
): ObjectProblem[] {
  const { promises } = snapshot;
  if (promises.state === 'unknown') {
    return [];
  }
  const named = namePlatform(platform, snapshot);
  return [
    ...promises.items
      .filter(promise => isPromiseSelected(promise, select))
      .flatMap(promise => [
        ...problemsOf(promise, platform),
        ...findPromiseNameProblems(promise, named).map(problem =>
          toObjectProblem(platform, promise.name, problem),
        ),
      ]),
    ...findLeftBehind(platform, snapshot, promises.items),
  ];
}

/** A Promise is the same object until it changes. */
const known = new WeakMap<KratixPromise, readonly ObjectProblem[]>();

function problemsOf(
  promise: KratixPromise,
  platform: Platform,
): readonly ObjectProblem[] {
  const before = known.get(promise);
  if (before) {
    return before;
  }
  const { problems } = buildPromiseEntities(promise, platform);
  const found = summarize(problems).map(problem =>
    toObjectProblem(platform, promise.name, problem),
  );
  known.set(promise, found);
  return found;
}

/** What an author mistyped, one by one; what no form can show, in one sentence: a large schema has much of it. */
function summarize(problems: readonly Problem[]): Problem[] {
  const isWish = ({ code }: Problem) => code === 'unusable-annotation';
  const [first, ...others] = problems.filter(problem => !isWish(problem));
  return [
    ...problems.filter(isWish),
    ...(first ? [{ ...first, ...tellMore(first, others.length) }] : []),
  ];
}

function tellMore(
  { message, wording }: Problem,
  count: number,
): Pick<Problem, 'message' | 'wording'> {
  return count > 0
    ? tell('problem.andMore', { problem: wording ?? message, count })
    : { message, wording };
}

function findLeftBehind(
  platform: Platform,
  snapshot: PlatformSnapshot,
  promises: readonly KratixPromise[],
): ObjectProblem[] {
  const names = new Set(promises.map(({ name }) => name));
  return [...snapshot.requests].flatMap(([promise, requests]) =>
    names.has(promise) ||
    requests.state === 'unknown' ||
    requests.items.length === 0 ||
    findUnreadablePromise(snapshot, promise)
      ? []
      : [
          toObjectProblem(platform, promise, {
            code: 'promise-gone',
            ...tell('problem.promiseGone', { promise }),
          }),
        ],
  );
}

function toObjectProblem(
  platform: Platform,
  name: string,
  problem: Problem,
): ObjectProblem {
  return { ...problem, platform: platform.name, kind: 'Promise', name };
}
