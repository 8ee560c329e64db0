// Step 3 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-common/src/kubernetes/parseResourceRequest.ts
// Next: plugins/catalog-backend-module-kratix/src/plan/mutation/planMutation.ts
import type {
  ConnectionProblem,
  ObjectProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { applyEvent, type EntriesDraft } from './EntriesDraft';
import { withProblem, type CollectionState } from './CollectionState';
import { findNewProblems, toProblems } from './objectProblems';
import type { Observed } from './Observed';
import type { Entries } from './sortedEntries';

/**
 * What a watch told, with its error already put into words.
 * @internal
 */
export type WatchEvent<T> =
  | { readonly type: 'synced'; readonly items: readonly Observed<T>[] }
  | { readonly type: 'upserted'; readonly item: Observed<T> }
  | { readonly type: 'removed'; readonly item: Observed<T> }
  | { readonly type: 'confirmed' }
  | { readonly type: 'connected' }
  | { readonly type: 'lost'; readonly problem: ConnectionProblem };

/**
 * What became of a collection.
 * @internal
 */
export interface Folded<T> {
  readonly state: CollectionState<T>;
  /** Objects that were added, changed or removed, as they are now, or last were. */
  readonly changed: readonly Observed<T>[];
  /** Problems that the objects in `changed` did not have before. */
  readonly newProblems: readonly ObjectProblem[];
}

/**
 * Step 3 of 7: folds a batch of watch events into what is known of one collection. An object that did not
 * change stays the same object; when none changed, so does the list.
 *
 * Costs a copy of the list once for a batch that changes something, and the logarithm of its length for each
 * change.
 * @internal
 */
export function foldWatchEvents<T>(
  state: CollectionState<T>,
  events: readonly WatchEvent<T>[],
  context: { platform: string; kind: string; now: string },
): Folded<T> {
  const draft: EntriesDraft<T> = { entries: state.entries, changed: new Map() };
  let result = state;
  for (const event of events) {
    applyEvent(draft, event);
    result = foldConnection(result, event);
  }
  if (draft.entries === undefined) {
    return { state: result, changed: [], newProblems: [] };
  }
  const isHeard = events.some(event => isConfirmation(event.type));
  return finish(state, { draft, connection: result, isHeard, ...context });
}

function isConfirmation(type: WatchEvent<unknown>['type']): boolean {
  return type !== 'lost' && type !== 'connected';
}

function foldConnection<T>(
  state: CollectionState<T>,
  event: WatchEvent<T>,
): CollectionState<T> {
  switch (event.type) {
    case 'lost':
      return withProblem(state, event.problem);
    case 'connected':
    case 'synced':
      return withProblem(state, undefined);
    case 'upserted':
    case 'removed':
    case 'confirmed':
      return state;
    default:
      return event satisfies never;
  }
}

function finish<T>(
  before: CollectionState<T>,
  after: {
    draft: EntriesDraft<T>;
    connection: CollectionState<T>;
    isHeard: boolean;
    platform: string;
    kind: string;
    now: string;
  },
): Folded<T> {
  const { draft, connection, now } = after;
  const entries = draft.entries ?? [];
  const previous =
    before.collection.state === 'synced' ? before.collection : undefined;
  const hasNewItems = draft.changed.size > 0 || !previous;
  const isSame =
    !hasNewItems &&
    !after.isHeard &&
    connection.collection === before.collection;
  if (isSame) {
    return { state: before, changed: [], newProblems: [] };
  }
  const items = hasNewItems ? toItems(entries) : previous.items;
  const problem = connection.collection.problem;
  const problems = hasNewItems ? toProblems(entries, after) : before.problems;
  const changed = [...draft.changed.values()];
  return {
    state: {
      entries,
      problems,
      collection: {
        state: 'synced',
        items,
        confirmedAt: after.isHeard || !previous ? now : previous.confirmedAt,
        ...(problem && { problem }),
      },
    },
    changed,
    newProblems: findNewProblems(before.entries, changed, after),
  };
}

function toItems<T>(entries: Entries<T>): T[] {
  const items: T[] = [];
  for (const { parsed } of entries) {
    if (parsed.ok) {
      items.push(parsed.value);
    }
  }
  return items;
}
