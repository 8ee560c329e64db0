import { findCondition } from '../condition';
import type { PhaseFlags } from './phase';
import type { PhaseContext } from './phaseContext';
import { isPromiseUnavailable, isQueued } from './phaseSigns';
import type { ResourceRequest } from '../resourceRequest';
import { shownVersion } from '../unversioned';
import { kratixLabels } from '../../names/keys';

/**
 * What is true beside a phase (kratix-domain 2.5, "extra flags").
 * @internal
 */
export function deriveFlags(
  request: ResourceRequest,
  context: PhaseContext,
): PhaseFlags {
  const failedUpgradeVersion = findFailedUpgrade(context);
  const availableVersion = findAvailableVersion(context);
  return {
    isPromiseUnavailable: isPromiseUnavailable(request, context),
    isQueued: isQueued(request),
    isDeletionBlocked: isDeletionBlocked(request, context),
    ...(failedUpgradeVersion && { failedUpgradeVersion }),
    ...(availableVersion && { availableVersion }),
    health: request.status.health?.state ?? 'noData',
  };
}

/** A paused request or a paused Promise stops removal as well (kratix-domain 2.4). */
function isDeletionBlocked(
  request: ResourceRequest,
  { promise }: PhaseContext,
): boolean {
  return (
    request.deletedAt !== undefined &&
    (request.labels[kratixLabels.paused] === 'true' ||
      promise?.isPaused === true)
  );
}

/**
 * Kratix says `UpgradeFailed` of any run that fails, also of the very first one and of the same version run
 * again (kratix-domain 6): neither is an upgrade.
 */
function findFailedUpgrade({ binding }: PhaseContext): string | undefined {
  const upgrade = findCondition(binding?.conditions ?? [], 'UpgradeSucceeded');
  if (!binding?.lastAppliedVersion || upgrade?.status !== 'False') {
    return undefined;
  }
  const failed = binding.failedVersion ?? binding.version;
  return failed === binding.lastAppliedVersion ? undefined : failed;
}

function findAvailableVersion({
  binding,
  latestRevision,
}: PhaseContext): string | undefined {
  const newest = shownVersion(latestRevision?.version);
  if (!binding || !newest) {
    return undefined;
  }
  return binding.version !== 'latest' && binding.version !== newest
    ? newest
    : undefined;
}
