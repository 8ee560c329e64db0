import type { Observed } from './Observed';
import { findEntry, sortEntries, type Entries } from './sortedEntries';
import type { WatchEvent } from './foldWatchEvents';

/**
 * The entries of a collection while a batch is folded into them: copied once, when the first one changes.
 * @internal
 */
export interface EntriesDraft<T> {
  /** Undefined until the first complete list. */
  entries: Entries<T> | undefined;
  /** Set once `entries` is our own copy. */
  copy?: Observed<T>[];
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
  const before = draft.entries;
  const listed = sortEntries(items);
  const next = listed.map(item => {
    const current = before && findEntry(before, item.key).entry;
    return current?.resourceVersion === item.resourceVersion ? current : item;
  });
  const added = next.filter(
    item => !before || findEntry(before, item.key).entry !== item,
  );
  const removed =
    before?.filter(({ key }) => !findEntry(next, key).entry) ?? [];
  if (before && added.length === 0 && removed.length === 0) {
    return;
  }
  draft.copy = next;
  draft.entries = next;
  [...removed, ...added].forEach(item => draft.changed.set(item.key, item));
}

function upsert<T>(draft: EntriesDraft<T>, item: Observed<T>): void {
  if (!draft.entries) {
    return;
  }
  const { index, entry } = findEntry(draft.entries, item.key);
  if (entry?.resourceVersion !== item.resourceVersion) {
    ownCopy(draft, draft.entries).splice(index, entry ? 1 : 0, item);
    draft.changed.set(item.key, item);
  }
}

function remove<T>(draft: EntriesDraft<T>, item: Observed<T>): void {
  if (!draft.entries) {
    return;
  }
  const { index, entry } = findEntry(draft.entries, item.key);
  if (entry) {
    ownCopy(draft, draft.entries).splice(index, 1);
    draft.changed.set(item.key, item);
  }
}

function ownCopy<T>(
  draft: EntriesDraft<T>,
  entries: Entries<T>,
): Observed<T>[] {
  draft.copy ??= [...entries];
  draft.entries = draft.copy;
  return draft.copy;
}
