import type { KubeObject } from '../cluster';
import { cloneJson, equalJson } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import { FieldSet } from './FieldSet';
import { applyConflict } from './applyConflict';
import type { Conflict } from './applyConflict';
import { listLeaves } from './listLeaves';
import type { ManagedFieldsEntry } from './ManagedFieldsEntry';
import {
  isSameManager,
  readManagedFields,
  writeManagedFields,
} from './ManagedFieldsEntry';
import { mergeApplied, removePlace } from './mergeApplied';
import { ownablePart, withMetadata } from './mergeSchema';

/** @internal */
export interface ApplyFacts {
  readonly fieldManager: string;
  readonly subresource?: string;
  readonly apiVersion: string;
  readonly now: string;
  readonly schema?: JsonSchema;
  readonly force: boolean;
  /** Top-level fields that this door may not change: `status`, or all but `status`. */
  isReset(field: string): boolean;
}

/**
 * Server-side apply: merges the configuration into the live object, removes what this manager applied
 * before and no longer does, and refuses to take what another manager owns unless forced.
 * Source: sigs.k8s.io/structured-merge-diff/merge/update.go, `Updater.Apply`.
 * @internal
 */
export function applyConfiguration(
  live: KubeObject,
  configuration: JsonObject,
  facts: ApplyFacts,
): KubeObject {
  const schema = withMetadata(facts.schema);
  const config = withoutReset(ownablePart(configuration), facts);
  const applied = new FieldSet(
    listLeaves(config, facts.schema).map(leaf => leaf.path),
  );
  const self = {
    manager: facts.fieldManager,
    operation: 'Apply' as const,
    apiVersion: facts.apiVersion,
    ...(facts.subresource ? { subresource: facts.subresource } : {}),
  };
  const entries = readManagedFields(live);
  const own = entries.find(entry => isSameManager(entry, self));
  const others = entries.filter(entry => entry !== own);

  const merged = mergeApplied(cloneJson(live), config, schema) as KubeObject;
  const taken = changedPlaces(live, merged, facts.schema);
  const conflicts = findConflicts(others, taken, applied);
  if (conflicts.length > 0 && !facts.force) {
    throw applyConflict(conflicts);
  }
  const left = others.map(entry => ({
    ...entry,
    fields: entry.fields.minus(taken.intersect(applied)),
  }));
  dropForgotten(merged, own, { applied, left, schema });
  const isUnchanged = own !== undefined && sameFields(own.fields, applied);
  writeManagedFields(merged, [
    ...left,
    {
      ...self,
      fields: applied,
      time:
        isUnchanged && own.time && equalJson(live, merged)
          ? own.time
          : facts.now,
    },
  ]);
  return merged;
}

function withoutReset(config: JsonObject, facts: ApplyFacts): JsonObject {
  return Object.fromEntries(
    Object.entries(config).filter(([field]) => !facts.isReset(field)),
  );
}

function changedPlaces(
  before: JsonObject,
  after: JsonObject,
  schema: JsonSchema | undefined,
): FieldSet {
  const known = new Map(
    listLeaves(before, schema).map(leaf => [leaf.path.join('\u0000'), leaf]),
  );
  return new FieldSet(
    listLeaves(after, schema)
      .filter(leaf => {
        const earlier = known.get(leaf.path.join('\u0000'));
        return !earlier || !equalJson(earlier.value, leaf.value);
      })
      .map(leaf => leaf.path),
  );
}

function findConflicts(
  others: readonly ManagedFieldsEntry[],
  taken: FieldSet,
  applied: FieldSet,
): Conflict[] {
  const wanted = taken.intersect(applied);
  return others.flatMap(owner =>
    owner.fields
      .intersect(wanted)
      .paths()
      .map(path => ({ owner, path })),
  );
}

/** What this manager applied before, does not apply now, and nobody else holds. */
function dropForgotten(
  merged: KubeObject,
  own: ManagedFieldsEntry | undefined,
  facts: {
    applied: FieldSet;
    left: readonly ManagedFieldsEntry[];
    schema: JsonSchema;
  },
): void {
  const forgotten = (own?.fields ?? new FieldSet()).minus(facts.applied);
  const isHeld = (path: readonly string[]) =>
    [facts.applied, ...facts.left.map(entry => entry.fields)].some(set =>
      set.paths().some(held => startsWith(held, path)),
    );
  // A list item goes as a whole: without its key fields it could not be found any more.
  const wholesFirst = [...forgotten.paths()].sort(
    (one, other) => one.length - other.length,
  );
  for (const path of wholesFirst) {
    if (!isHeld(path)) {
      removePlace(merged, path, facts.schema);
    }
  }
}

function startsWith(
  path: readonly string[],
  prefix: readonly string[],
): boolean {
  return prefix.every((element, index) => path[index] === element);
}

function sameFields(left: FieldSet, right: FieldSet): boolean {
  return left.size === right.size && left.minus(right).size === 0;
}
