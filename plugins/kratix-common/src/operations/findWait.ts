import type { WorkflowWait } from '../contracts';
import type { ResourceRequest } from '../model';
import { kratixLabels } from '../names/keys';

/**
 * What a suspended workflow waits for; undefined when it does not wait. Kratix sets the label first and tells
 * the reason a moment later (docs/kratix-observed.md, 6).
 * @public
 */
export function findWait(request: ResourceRequest): WorkflowWait | undefined {
  if (request.labels[kratixLabels.workflowSuspended] !== 'true') {
    return undefined;
  }
  const waiting = request.status.pipelines?.find(
    ({ phase }) => phase === 'Suspended',
  );
  return {
    isRemoval: request.deletedAt !== undefined,
    ...(waiting && {
      pipeline: waiting.name,
      since: waiting.lastTransitionTime,
      message: waiting.message,
      nextRetryAt: waiting.nextRetryAt,
      attempts: waiting.attempts,
    }),
  };
}
