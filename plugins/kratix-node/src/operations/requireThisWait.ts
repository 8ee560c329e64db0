import { ConflictError } from '@backstage/errors';
import {
  kratixLabels,
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
  const subject = `The workflow of ${request.namespace}/${request.name}`;
  if (request.labels[kratixLabels.workflowSuspended] !== 'true') {
    throw new ConflictError(`${subject} does not wait any more`);
  }
  const waiting = request.status.pipelines?.find(
    ({ phase }) => phase === 'Suspended',
  );
  const isOther =
    (pipeline !== undefined && waiting?.name !== pipeline) ||
    (since !== undefined && waiting?.lastTransitionTime !== since);
  if (isOther) {
    throw new ConflictError(
      `${subject} waits for something else by now; look at it again`,
    );
  }
}
