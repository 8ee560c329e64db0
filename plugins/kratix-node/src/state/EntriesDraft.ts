import type { WatchEvent } from './foldWatchEvents';
import { keyOf, type Observed } from './Observed';

/**
 * The entries of a collection while a batch is folded into them: copied once, when the first one changes.
 * @internal
 */
export interface EntriesDraft<T> {
  entries: ReadonlyMap<string, Observed<T>> | undefined;
  /** Set once `entries` is our own copy. */
  copy?: Map<string, Observed<T>>;
  changed: Map<string, Observed<T>>;
}

/**
 * Changes the draft by one event. What is upserted or removed before the first complete list is left out.
 * @internal
 */
export function applyEvent<T>(
  draft: EntriesDraft<T>,
  event: WatchEvent<T>,
): void {
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

function replaceAll<T>(
  draft: EntriesDraft<T>,
  items: readonly Observed<T>[],
): void {
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

function upsert<T>(draft: EntriesDraft<T>, item: Observed<T>): void {
  const key = keyOf(item);
  const current = draft.entries?.get(key);
  if (draft.entries && current?.resourceVersion !== item.resourceVersion) {
    ownCopy(draft, draft.entries).set(key, item);
    draft.changed.set(key, item);
  }
}

function remove<T>(draft: EntriesDraft<T>, item: Observed<T>): void {
  const key = keyOf(item);
  if (draft.entries?.has(key)) {
    ownCopy(draft, draft.entries).delete(key);
    draft.changed.set(key, item);
  }
}

function ownCopy<T>(
  draft: EntriesDraft<T>,
  entries: ReadonlyMap<string, Observed<T>>,
): Map<string, Observed<T>> {
  draft.copy ??= new Map(entries);
  draft.entries = draft.copy;
  return draft.copy;
}
