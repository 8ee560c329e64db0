import type {
  Collection,
  ConnectionProblem,
  ObjectProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Entries } from './sortedEntries';

/**
 * What is known of one collection: the part that everybody may see, and what is needed to go on from here.
 * Immutable.
 * @internal
 */
export interface CollectionState<T> {
  readonly collection: Collection<T>;
  /** Undefined until the first complete list. */
  readonly entries?: Entries<T>;
  readonly problems: readonly ObjectProblem[];
}

/**
 * Before anything was heard. Unknown is not empty.
 * @internal
 */
export const unknownCollection: CollectionState<never> = {
  collection: { state: 'unknown' },
  problems: [],
};

/**
 * A collection that cannot be read at all, such as one that this Kratix does not have.
 * @internal
 */
export function withProblem<T>(
  state: CollectionState<T>,
  problem: ConnectionProblem | undefined,
): CollectionState<T> {
  const current = state.collection.problem;
  if (
    current?.reason === problem?.reason &&
    current?.message === problem?.message
  ) {
    return state;
  }
  const { problem: _, ...rest } = state.collection;
  if (!problem) {
    return { ...state, collection: rest };
  }
  const since =
    current?.reason === problem.reason ? current.since : problem.since;
  return {
    ...state,
    collection: { ...rest, problem: { ...problem, since } },
  };
}
