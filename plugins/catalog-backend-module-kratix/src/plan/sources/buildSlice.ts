import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KnownSlice } from '../EntityPlan';
import { toKeyed, type KeyedObject } from '../KeyedObject';
import {
  isSameInputs,
  recall,
  type MemoEntry,
  type MemoTable,
} from '../MemoTable';
import { updateSlice } from './updateSlice';

/**
 * What one cluster object becomes.
 * @internal
 */
export interface BuiltObject {
  readonly entities: readonly Entity[];
  readonly problems: readonly ObjectProblem[];
  /** Set when no entity can be made now: the last ones stay, these and what there was of this object. */
  readonly unsayable?: readonly Entity[];
  /** References of what transformers left out. */
  readonly leftOut?: readonly string[];
}

/**
 * One cluster object, with everything that its entities are made from.
 * @internal
 */
export interface SliceItem {
  readonly key: string;
  readonly inputs: readonly unknown[];
  build(): BuiltObject;
}

/**
 * One collection, with everything that its items are made from.
 * @internal
 */
export interface SliceSource {
  readonly inputs: readonly unknown[];
  items(): Iterable<SliceItem>;
  /** Entities of objects that are there, but cannot be read now. */
  readonly unsayable: ReadonlySet<string>;
  /** Lazy form of `items`, used for incremental updates. */
  readonly list?: SliceList;
}

/**
 * A list of objects, each the very same one until it changes, and how an item is made from one.
 * @internal
 */
export interface SliceList<T extends object = object> {
  readonly objects: readonly T[];
  /** What all items are made from beside their objects. */
  readonly shared: readonly unknown[];
  /** Objects whose items may have other inputs although they and `shared` are the same. */
  readonly unsteady: readonly T[];
  /** Undefined for what is left out. */
  toItem(object: T): SliceItem | undefined;
  keyOf(object: T): string;
}

/** @internal */
export interface SliceMemo {
  readonly inputs: readonly unknown[];
  /** Those of the source. */
  readonly unsayable: ReadonlySet<string>;
  readonly table: MemoTable<KeyedObject>;
  readonly slice: KnownSlice;
  /** Whether no two objects say something of the same entity. */
  readonly isDistinct: boolean;
  /** Without its functions: they hold the snapshot that they were made from. */
  readonly list?: Omit<SliceList, 'toItem' | 'keyOf'>;
}

/**
 * What to remember of a source beside what was made of it.
 * @internal
 */
export function toRemembered({
  inputs,
  unsayable,
  list,
}: SliceSource): Pick<SliceMemo, 'inputs' | 'unsayable' | 'list'> {
  return {
    inputs,
    unsayable,
    ...(list && {
      list: {
        objects: list.objects,
        shared: list.shared,
        unsteady: list.unsteady,
      },
    }),
  };
}

/**
 * Builds the entities of one collection, those of unchanged objects excepted. The slice is the same
 * object as before when nothing in it changed.
 * @internal
 */
export function buildSlice(
  source: SliceSource,
  previous: SliceMemo | undefined,
): SliceMemo {
  const { inputs } = source;
  if (
    previous &&
    isSameInputs(inputs, previous.inputs) &&
    isDeepStrictEqual(source.unsayable, previous.unsayable)
  ) {
    return previous;
  }
  return (
    (previous && updateSlice(source, previous)) ?? makeSlice(source, previous)
  );
}

function makeSlice(
  source: SliceSource,
  previous: SliceMemo | undefined,
): SliceMemo {
  const table = new Map<string, MemoEntry<KeyedObject>>();
  const entities = new Map<string, Entity>();
  const problems: ObjectProblem[] = [];
  const unsayable = new Set(source.unsayable);
  let isDistinct = true;
  for (const item of source.items()) {
    const entry = recall(previous?.table, item.key, item.inputs, earlier =>
      toKeyed(item.build(), earlier),
    );
    table.set(item.key, entry);
    for (const [ref, entity] of entry.result.entities) {
      // Only what adopters make can meet (`KratixEntityTransformer`): the first one wins.
      if (entities.has(ref)) {
        isDistinct = false;
      } else {
        entities.set(ref, entity);
      }
    }
    problems.push(...entry.result.problems);
    entry.result.unsayable.forEach(ref => unsayable.add(ref));
  }
  const slice: KnownSlice = { state: 'known', entities, unsayable, problems };
  const isUnchanged = previous && isSame(slice, previous.slice);
  return {
    ...toRemembered(source),
    isDistinct,
    table,
    slice: isUnchanged ? previous.slice : slice,
  };
}

function isSame(a: KnownSlice, b: KnownSlice): boolean {
  return (
    a.entities.size === b.entities.size &&
    [...a.entities].every(([ref, entity]) => b.entities.get(ref) === entity) &&
    isDeepStrictEqual(a.unsayable, b.unsayable) &&
    isDeepStrictEqual(a.problems, b.problems)
  );
}
