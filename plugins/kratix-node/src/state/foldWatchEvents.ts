import type {
  ConnectionProblem,
  ObjectProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { withProblem, type CollectionState } from './CollectionState';
import { findNewProblems, toProblems } from './objectProblems';
import { keyOf, type Observed } from './Observed';

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
 * Copies the index once for a batch that changes something: 10,000 objects cost about half a millisecond.
 * @internal
 */
export function foldWatchEvents<T>(
  state: CollectionState<T>,
  events: readonly WatchEvent<T>[],
  context: { platform: string; kind: string; now: string },
): Folded<T> {
  const draft: Draft<T> = { entries: state.entries, changed: new Map() };
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

interface Draft<T> {
  entries: ReadonlyMap<string, Observed<T>> | undefined;
  /** Set once `entries` is our own copy. */
  copy?: Map<string, Observed<T>>;
  changed: Map<string, Observed<T>>;
}

function applyEvent<T>(draft: Draft<T>, event: WatchEvent<T>): void {
  switch (event.type) {
    case 'synced':
      replaceAll(draft, event.items);
      break;
    case 'upserted':
      upsert(draft, event.item);
      break;
    case 'removed':
      remove(draft, event.item);
      break;
    case 'confirmed':
    case 'connected':
    case 'lost':
      break;
    default:
      event satisfies never;
  }
}

function replaceAll<T>(draft: Draft<T>, items: readonly Observed<T>[]): void {
  if (draft.entries === undefined) {
    draft.copy = new Map(items.map(item => [keyOf(item), item]));
    draft.entries = draft.copy;
    draft.changed = new Map(draft.copy);
    return;
  }
  const listed = new Set(items.map(keyOf));
  for (const [key, entry] of [...draft.entries]) {
    if (!listed.has(key)) {
      remove(draft, entry);
    }
  }
  for (const item of items) {
    upsert(draft, item);
  }
}

function upsert<T>(draft: Draft<T>, item: Observed<T>): void {
  const key = keyOf(item);
  const current = draft.entries?.get(key);
  if (draft.entries && current?.resourceVersion !== item.resourceVersion) {
    ownCopy(draft, draft.entries).set(key, item);
    draft.changed.set(key, item);
  }
}

function remove<T>(draft: Draft<T>, item: Observed<T>): void {
  const key = keyOf(item);
  if (draft.entries?.has(key)) {
    ownCopy(draft, draft.entries).delete(key);
    draft.changed.set(key, item);
  }
}

function ownCopy<T>(
  draft: Draft<T>,
  entries: ReadonlyMap<string, Observed<T>>,
): Map<string, Observed<T>> {
  draft.copy ??= new Map(entries);
  draft.entries = draft.copy;
  return draft.copy;
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
    draft: Draft<T>;
    connection: CollectionState<T>;
    isHeard: boolean;
    platform: string;
    kind: string;
    now: string;
  },
): Folded<T> {
  const { draft, connection, now } = after;
  const entries = draft.entries ?? new Map();
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
  const problems = hasNewItems
    ? toProblems(entries.values(), after)
    : before.problems;
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

function toItems<T>(entries: ReadonlyMap<string, Observed<T>>): T[] {
  const items: T[] = [];
  for (const entry of entries.values()) {
    if (entry.parsed.ok) {
      items.push(entry.parsed.value);
    }
  }
  return items;
}
