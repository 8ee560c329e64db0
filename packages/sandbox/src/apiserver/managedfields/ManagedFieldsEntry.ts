import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import { FieldSet } from './FieldSet';

/** Who owns which places of an object. @internal */
export interface ManagedFieldsEntry {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly time?: string;
  readonly subresource?: string;
  readonly fields: FieldSet;
}

/** @internal */
export function readManagedFields(
  object: KubeObject | undefined,
): ManagedFieldsEntry[] {
  return (object?.metadata.managedFields ?? []).filter(isObject).map(entry => ({
    manager: String(entry.manager ?? 'unknown'),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    apiVersion: String(entry.apiVersion ?? ''),
    ...(typeof entry.time === 'string' ? { time: entry.time } : {}),
    ...(typeof entry.subresource === 'string' && entry.subresource !== ''
      ? { subresource: entry.subresource }
      : {}),
    fields: FieldSet.fromFieldsV1(entry.fieldsV1),
  }));
}

/** Writes ownership into the object; managers that own nothing are forgotten. @internal */
export function writeManagedFields(
  object: KubeObject,
  entries: readonly ManagedFieldsEntry[],
): void {
  const written = entries
    .filter(entry => entry.fields.size > 0)
    .sort(inOrder)
    .map(entry => ({
      apiVersion: entry.apiVersion,
      fieldsType: 'FieldsV1',
      fieldsV1: entry.fields.toFieldsV1(),
      manager: entry.manager,
      operation: entry.operation,
      ...(entry.subresource ? { subresource: entry.subresource } : {}),
      ...(entry.time ? { time: entry.time } : {}),
    }));
  if (written.length > 0) {
    object.metadata.managedFields = written;
  } else {
    delete object.metadata.managedFields;
  }
}

/** Ownership is kept apart by manager, operation, version and subresource. @internal */
export function isSameManager(
  left: Omit<ManagedFieldsEntry, 'fields' | 'time'>,
  right: Omit<ManagedFieldsEntry, 'fields' | 'time'>,
): boolean {
  return (
    left.manager === right.manager &&
    left.operation === right.operation &&
    left.subresource === right.subresource &&
    (left.operation === 'Apply' || left.apiVersion === right.apiVersion)
  );
}

/** Source: `sortEncodedManagedFields` of apimachinery/pkg/util/managedfields/internal/managedfields.go. */
function inOrder(left: ManagedFieldsEntry, right: ManagedFieldsEntry): number {
  const [one, other] = [left, right].map(entry => [
    entry.operation,
    entry.time ?? '',
    entry.manager,
    entry.apiVersion,
    entry.subresource ?? '',
  ]);
  for (const [index, value] of (one ?? []).entries()) {
    const against = other?.[index] ?? '';
    if (value !== against) {
      return value < against ? -1 : 1;
    }
  }
  return 0;
}
