import { ConflictError } from '@backstage/errors';
import {
  kratixLabels,
  refuse,
  tell,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ResumeOptions } from '../service/RequestOperations';

/**
 * Throws when the workflow does not wait any more, or waits for something else by now: who approves one thing
 * has not approved the next.
 * @internal
 */
export function requireThisWait(
  request: ResourceRequest,
  { pipeline, since }: Pick<ResumeOptions, 'pipeline' | 'since'>,
): void {
  const told = { request: `${request.namespace}/${request.name}` };
  if (request.labels[kratixLabels.workflowSuspended] !== 'true') {
    throw refuse(ConflictError, tell('refusal.notWaiting', told));
  }
  const waiting = request.status.pipelines?.find(
    ({ phase }) => phase === 'Suspended',
  );
  const isOther =
    (pipeline !== undefined && waiting?.name !== pipeline) ||
    (since !== undefined && waiting?.lastTransitionTime !== since);
  if (isOther) {
    throw refuse(ConflictError, tell('refusal.waitsForOther', told));
  }
}
