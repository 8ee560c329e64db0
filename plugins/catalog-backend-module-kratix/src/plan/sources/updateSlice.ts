import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import {
  toRemembered,
  type SliceList,
  type SliceMemo,
  type SliceSource,
} from './buildSlice';
import { findListChanges } from '../mutation/findListChanges';
import { toKeyed, type KeyedObject } from '../KeyedObject';
import { isSameInputs, recall, type MemoEntry } from '../MemoTable';

/**
 * The slice with its changed objects made again and nothing else looked at, so that one change among ten
 * thousand objects costs a copy of two tables. Undefined where that would not give what building all of it
 * gives: when more than the list changed, or something comes or goes that concerns the slice as a whole.
 * @internal
 */
export function updateSlice(
  source: SliceSource,
  previous: SliceMemo,
): SliceMemo | undefined {
  const { list } = source;
  const before = previous.list;
  if (
    !list ||
    !before ||
    !previous.isDistinct ||
    !isSameInputs(list.shared, before.shared) ||
    !isDeepStrictEqual(source.unsayable, previous.unsayable)
  ) {
    return undefined;
  }
  const draft: SliceDraft = {
    table: new Map(previous.table),
    entities: previous.slice.entities,
    isPlain: true,
  };
  const changes = findListChanges(before.objects, list.objects);
  if (isUnsteady(list, previous, changes)) {
    return undefined;
  }
  changes.removed.forEach(object => forget(draft, list.keyOf(object)));
  changes.added.forEach(object => put(draft, list, { object, previous }));
  if (!draft.isPlain) {
    return undefined;
  }
  const { table, entities } = draft;
  const isUnchanged = isSameEntities(entities, previous.slice.entities);
  const slice = isUnchanged ? previous.slice : { ...previous.slice, entities };
  return { ...toRemembered(source), isDistinct: true, table, slice };
}

/** Whether what stays is to be made anew: with what came or went, names may have passed on. */
function isUnsteady(
  list: SliceList,
  { list: before, table }: SliceMemo,
  changes: ReturnType<typeof findListChanges>,
): boolean {
  const changed = new Set([...changes.removed, ...changes.added]);
  const staying = new Set([...(before?.unsteady ?? []), ...list.unsteady]);
  for (const object of staying) {
    const item = changed.has(object) ? undefined : list.toItem(object);
    const known = item && table.get(item.key);
    if (known && !isSameInputs(item.inputs, known.inputs)) {
      return true;
    }
  }
  return false;
}

interface SliceDraft {
  readonly table: Map<string, MemoEntry<KeyedObject>>;
  entities: ReadonlyMap<string, Entity>;
  copy?: Map<string, Entity>;
  /** False once something was met that only building the whole slice gets right. */
  isPlain: boolean;
}

function forget(draft: SliceDraft, key: string): void {
  const entry = draft.table.get(key);
  if (entry) {
    checkPlain(draft, entry.result);
    draft.table.delete(key);
    const entities = ownCopy(draft);
    [...entry.result.entities.keys()].forEach(ref => entities.delete(ref));
  }
}

function put(
  draft: SliceDraft,
  list: SliceList,
  { object, previous }: { object: object; previous: SliceMemo },
): void {
  const item = list.toItem(object);
  if (!item) {
    return;
  }
  const entry = recall(previous.table, item.key, item.inputs, earlier =>
    toKeyed(item.build(), earlier),
  );
  checkPlain(draft, entry.result);
  // Two objects of one key, or one entity of two objects.
  const isMet =
    draft.table.has(item.key) ||
    [...entry.result.entities.keys()].some(ref => draft.entities.has(ref));
  draft.isPlain &&= !isMet;
  draft.table.set(item.key, entry);
  const entities = ownCopy(draft);
  entry.result.entities.forEach((entity, ref) => entities.set(ref, entity));
}

function checkPlain(draft: SliceDraft, result: KeyedObject): void {
  draft.isPlain &&=
    result.problems.length === 0 && result.unsayable.length === 0;
}

function ownCopy(draft: SliceDraft): Map<string, Entity> {
  draft.copy ??= new Map(draft.entities);
  draft.entities = draft.copy;
  return draft.copy;
}

function isSameEntities(
  a: ReadonlyMap<string, Entity>,
  b: ReadonlyMap<string, Entity>,
): boolean {
  if (a === b) {
    return true;
  }
  if (a.size !== b.size) {
    return false;
  }
  for (const [ref, entity] of a) {
    if (b.get(ref) !== entity) {
      return false;
    }
  }
  return true;
}
