import {
  findPromise,
  kratixLabels,
  phaseContexts,
  type OperationContext,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What decides beside the request itself whether something can be done with it.
 * @internal
 */
export function findOperationContext(
  snapshot: PlatformSnapshot,
  request: ResourceRequest,
): OperationContext {
  const { destinations } = snapshot;
  const { binding } = phaseContexts(snapshot)(request);
  const promise = findPromise(snapshot, request.promiseName);
  return {
    ...(promise && { promise }),
    ...(binding && { binding }),
    // Without such a Destination a DryRun waits for ever (kratix-domain 5).
    ...(destinations.state === 'synced' && {
      canPreview: destinations.items.some(
        ({ labels }) => labels[kratixLabels.dryRun] === 'true',
      ),
    }),
  };
}
