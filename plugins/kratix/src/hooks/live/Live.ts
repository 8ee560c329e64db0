import type { ApiProblem, Fetched } from '../../api';

/**
 * What a page knows now. `known` keeps the last answer while it asks again and through passing trouble,
 * so that nothing flickers; `problem` then says why it may be out of date.
 * @public
 */
export type Live<T> =
  | { readonly state: 'loading' }
  | {
      readonly state: 'known';
      readonly value: T;
      /** When the answer came, in milliseconds since the epoch. */
      readonly receivedAtMs: number;
      readonly problem?: ApiProblem;
    }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

/**
 * Folds one answer into what is known. The server's clear "no" replaces what was known; silence does not.
 * @internal
 */
export function foldLive<T>(
  live: Live<T>,
  fetched: Fetched<T>,
  nowMs: number,
): Live<T> {
  if (fetched.ok) {
    return { state: 'known', value: fetched.value, receivedAtMs: nowMs };
  }
  const { problem } = fetched;
  if (live.state === 'known' && isPassing(problem)) {
    return { ...live, problem };
  }
  return { state: 'failed', problem };
}

/** Trouble that says nothing about the object itself, nor about the right to see it. */
function isPassing(problem: ApiProblem): boolean {
  switch (problem.kind) {
    case 'forbidden':
    case 'notFound':
      return false;
    case 'unauthorised':
    case 'unreachable':
    case 'noAnswer':
    case 'notInstalled':
    case 'invalid':
    case 'failed':
      return true;
    default:
      return problem.kind satisfies never;
  }
}
