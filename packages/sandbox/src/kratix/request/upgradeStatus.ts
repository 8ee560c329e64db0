import type { Condition, PlannedCondition } from '../conditions/conditions';
import { findCondition, setCondition } from '../conditions/conditions';
import type { Json } from '../json/read';
import { textOf } from '../json/read';
import { unversioned } from '../vocabulary/labels';

/** What the run of a request means for its binding. @internal */
export interface UpgradeFacts {
  /** ConfigureWorkflowCompleted of the request. */
  completed?: Condition;
  /** `status.promiseVersion` of the request. */
  appliedVersion: string;
  /** The version of the revision that runs. */
  attemptedVersion: string;
}

/**
 * Writes a binding's status after a look at its request. UpgradeSucceeded appears only once an upgrade was
 * tried or a run failed (`applyResourceBindingUpgradeStatus`).
 * @internal
 */
export function applyUpgradeStatus(
  status: Json,
  facts: UpgradeFacts,
  now: string,
): void {
  const planned = planUpgrade(status, facts);
  if (!planned) {
    return;
  }
  if (mustRecord(status, planned, facts.appliedVersion)) {
    setCondition(status, planned, now);
  }
  if (planned.status === 'True') {
    status.lastAppliedVersion = facts.appliedVersion;
  }
  if (planned.status === 'False') {
    status.failedVersion = facts.attemptedVersion;
  } else {
    delete status.failedVersion;
  }
}

function planUpgrade(
  status: Json,
  { completed, appliedVersion, attemptedVersion }: UpgradeFacts,
): PlannedCondition | undefined {
  const type = 'UpgradeSucceeded';
  if (completed?.status === 'True') {
    return {
      type,
      status: 'True',
      reason: 'UpgradeComplete',
      message: `Resource is at version ${appliedVersion}`,
    };
  }
  if (completed?.reason === 'ConfigureWorkflowFailed') {
    return {
      type,
      status: 'False',
      reason: 'UpgradeFailed',
      message: completed.message ?? '',
    };
  }
  const isRunning =
    completed?.reason === 'PipelinesInProgress' &&
    attemptedVersion !== unversioned;
  return isRunning && isUpgrading(status, attemptedVersion)
    ? {
        type,
        status: 'Unknown',
        reason: 'UpgradeInProgress',
        message: `Upgrade to version ${attemptedVersion} is in progress`,
      }
    : undefined;
}

function isUpgrading(status: Json, attemptedVersion: string): boolean {
  const applied = textOf(status.lastAppliedVersion);
  return (
    Boolean(status.failedVersion) ||
    findCondition(status, 'UpgradeSucceeded')?.status === 'False' ||
    (Boolean(applied) && applied !== attemptedVersion)
  );
}

function mustRecord(
  status: Json,
  planned: PlannedCondition,
  appliedVersion: string,
): boolean {
  const existing = findCondition(status, 'UpgradeSucceeded');
  const applied = textOf(status.lastAppliedVersion);
  return (
    planned.status !== 'True' ||
    Boolean(status.failedVersion) ||
    existing?.reason === 'UpgradeInProgress' ||
    existing?.status === 'False' ||
    (Boolean(applied) && applied !== appliedVersion)
  );
}
