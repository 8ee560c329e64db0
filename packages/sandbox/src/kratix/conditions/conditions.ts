import type { Json } from '../json/read';
import { recordsOf, textOf } from '../json/read';

/** @internal */
export type ConditionStatus = 'True' | 'False' | 'Unknown';

/** A condition without its time, as a planner decides it. @internal */
export interface PlannedCondition {
  type: string;
  status: ConditionStatus;
  reason: string;
  message: string;
}

/** A condition as the API shows it. @internal */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** The conditions of a `status`. @internal */
export function conditionsOf(status: unknown): readonly Condition[] {
  const conditions = recordsOf((status as Json | undefined)?.conditions);
  return conditions.flatMap(condition => {
    const type = textOf(condition.type);
    return type === undefined
      ? []
      : [
          {
            type,
            status: textOf(condition.status) ?? 'Unknown',
            reason: textOf(condition.reason),
            message: textOf(condition.message),
            lastTransitionTime: textOf(condition.lastTransitionTime),
          },
        ];
  });
}

/** @internal */
export function findCondition(
  status: unknown,
  type: string,
): Condition | undefined {
  return conditionsOf(status).find(condition => condition.type === type);
}

/**
 * Sets a condition the way `meta.SetStatusCondition` does: the time moves only with the status, new ones
 * go to the end. True when something changed.
 * @internal
 */
export function setCondition(
  status: Json,
  planned: PlannedCondition,
  now: string,
): boolean {
  return changeCondition(status, planned, existing =>
    existing?.status === planned.status
      ? existing.lastTransitionTime ?? now
      : now,
  );
}

/**
 * Sets a condition the way cluster-api's `conditions.Set` does, which Kratix uses on resource requests:
 * the time moves with any change, and the list is kept in order of type.
 * @internal
 */
export function setRequestCondition(
  status: Json,
  planned: PlannedCondition,
  now: string,
): boolean {
  const hasChanged = changeCondition(status, planned, () => now);
  if (hasChanged) {
    status.conditions = [...recordsOf(status.conditions)].sort((a, b) =>
      String(a.type) < String(b.type) ? -1 : 1,
    );
  }
  return hasChanged;
}

function changeCondition(
  status: Json,
  planned: PlannedCondition,
  timeAfter: (existing: Condition | undefined) => string,
): boolean {
  const existing = findCondition(status, planned.type);
  if (existing && isSame(existing, planned)) {
    return false;
  }
  replaceCondition(status, {
    ...planned,
    lastTransitionTime: timeAfter(existing),
  });
  return true;
}

function isSame(existing: Condition, planned: PlannedCondition): boolean {
  return (
    existing.status === planned.status &&
    existing.reason === planned.reason &&
    existing.message === planned.message
  );
}

function replaceCondition(status: Json, next: Condition): void {
  const conditions = recordsOf(status.conditions);
  const index = conditions.findIndex(({ type }) => type === next.type);
  status.conditions =
    index < 0
      ? [...conditions, { ...next }]
      : conditions.map((condition, i) =>
          i === index ? { ...next } : condition,
        );
}
