import { isDeepStrictEqual } from 'node:util';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KnownSlice } from './EntityPlan';
import {
  isSameInputs,
  recall,
  type MemoEntry,
  type MemoTable,
} from './MemoTable';

/**
 * What one cluster object becomes.
 * @internal
 */
export interface BuiltObject {
  readonly entities: readonly Entity[];
  readonly problems: readonly ObjectProblem[];
  /** Set when no entity can be made now: the last ones stay, these and what there was of this object. */
  readonly unsayable?: readonly Entity[];
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
}

/** @internal */
export interface SliceMemo {
  readonly inputs: readonly unknown[];
  /** Those of the source. */
  readonly unsayable: ReadonlySet<string>;
  readonly table: MemoTable<KeyedObject>;
  readonly slice: KnownSlice;
}

interface KeyedObject {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly problems: readonly ObjectProblem[];
  readonly unsayable: readonly string[];
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

  const table = new Map<string, MemoEntry<KeyedObject>>();
  const entities = new Map<string, Entity>();
  const problems: ObjectProblem[] = [];
  const unsayable = new Set(source.unsayable);
  for (const item of source.items()) {
    const entry = recall(previous?.table, item.key, item.inputs, earlier =>
      toKeyed(item.build(), earlier),
    );
    table.set(item.key, entry);
    for (const [ref, entity] of entry.result.entities) {
      // Only what adopters make can meet (`KratixEntityTransformer`): the first one wins.
      if (!entities.has(ref)) {
        entities.set(ref, entity);
      }
    }
    problems.push(...entry.result.problems);
    entry.result.unsayable.forEach(ref => unsayable.add(ref));
  }
  const slice: KnownSlice = { state: 'known', entities, unsayable, problems };
  const isUnchanged = previous && isSame(slice, previous.slice);
  return {
    inputs,
    unsayable: source.unsayable,
    table,
    slice: isUnchanged ? previous.slice : slice,
  };
}

/**
 * Most changes of an object (a heartbeat, a condition's time) say nothing new in the catalog: then the
 * entity stays the same object, and everything after this sees at once that there is nothing to do.
 */
function toKeyed(
  built: BuiltObject,
  earlier: KeyedObject | undefined,
): KeyedObject {
  const entities = new Map<string, Entity>();
  for (const entity of built.entities) {
    const ref = stringifyEntityRef(entity);
    const before = earlier?.entities.get(ref);
    entities.set(
      ref,
      isDeepStrictEqual(before, entity) ? before ?? entity : entity,
    );
  }
  return {
    entities,
    problems: built.problems,
    unsayable: built.unsayable ? staying(built.unsayable, earlier) : [],
  };
}

function staying(
  refused: readonly Entity[],
  earlier: KeyedObject | undefined,
): string[] {
  return [
    ...refused.map(entity => stringifyEntityRef(entity)),
    ...(earlier?.entities.keys() ?? []),
    ...(earlier?.unsayable ?? []),
  ];
}

function isSame(a: KnownSlice, b: KnownSlice): boolean {
  return (
    a.entities.size === b.entities.size &&
    [...a.entities].every(([ref, entity]) => b.entities.get(ref) === entity) &&
    isDeepStrictEqual(a.unsayable, b.unsayable) &&
    isDeepStrictEqual(a.problems, b.problems)
  );
}
