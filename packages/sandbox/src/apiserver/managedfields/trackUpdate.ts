import type { KubeObject } from '../cluster';
import type { JsonSchema } from '../schema/JsonSchema';
import { comparePlaces } from './comparePlaces';
import { FieldSet } from './FieldSet';
import type { ManagedFieldsEntry } from './ManagedFieldsEntry';
import {
  isSameManager,
  readManagedFields,
  writeManagedFields,
} from './ManagedFieldsEntry';

/** @internal */
export interface UpdateFacts {
  readonly fieldManager: string;
  readonly subresource?: string;
  readonly apiVersion: string;
  readonly now: string;
  readonly schema?: JsonSchema;
}

/**
 * Writes into `next` who owns what after a create, an update or a patch: the writer owns what it changed,
 * and nobody owns what is gone.
 * @internal
 */
export function trackUpdate(
  previous: KubeObject | undefined,
  next: KubeObject,
  facts: UpdateFacts,
): void {
  const entries = readManagedFields(next);
  const { changed, removed } = comparePlaces(previous, next, facts.schema);
  if (changed.size === 0 && removed.size === 0) {
    return;
  }
  const writer: ManagedFieldsEntry = {
    manager: facts.fieldManager,
    operation: 'Update',
    apiVersion: facts.apiVersion,
    ...(facts.subresource ? { subresource: facts.subresource } : {}),
    time: facts.now,
    fields: changed,
  };
  const own = entries.find(entry => isSameManager(entry, writer));
  const lost = changed.union(removed);
  const others = entries
    .filter(entry => entry !== own)
    .map(entry => ({ ...entry, fields: entry.fields.minus(lost) }));
  const fields = (own?.fields ?? new FieldSet()).minus(removed).union(changed);
  const isUnchanged =
    own !== undefined &&
    own.fields.size === fields.size &&
    own.fields.minus(fields).size === 0;
  writeManagedFields(next, [
    ...others,
    {
      ...writer,
      fields,
      ...(isUnchanged && own.time ? { time: own.time } : {}),
    },
  ]);
}
