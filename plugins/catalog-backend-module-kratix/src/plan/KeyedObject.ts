import { isDeepStrictEqual } from 'node:util';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject } from './sources/buildSlice';

/**
 * What one cluster object becomes, by reference.
 * @internal
 */
export interface KeyedObject {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly problems: readonly ObjectProblem[];
  readonly unsayable: readonly string[];
  /** What transformers left out. */
  readonly leftOut: readonly string[];
}

/**
 * Most changes of an object (a heartbeat, a condition's time) say nothing new in the catalog: then the
 * entity stays the same object, and everything after this sees at once that there is nothing to do.
 * @internal
 */
export function toKeyed(
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
    leftOut: built.leftOut ?? nothing,
    unsayable: built.unsayable ? staying(built.unsayable, earlier) : [],
  };
}

/** Shared empty instance, to save memory: there are thousands of objects. */
const nothing: readonly string[] = [];

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
