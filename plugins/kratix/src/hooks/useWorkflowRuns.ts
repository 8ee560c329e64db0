import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixWorkflowPaths,
  signalTopic,
  type WorkflowRunsResponse,
  type WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixWorkflowApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * The runs of one workflow, kept fresh.
 * @internal
 */
export function useWorkflowRuns(
  subject: WorkflowSubject,
): LiveResult<WorkflowRunsResponse> {
  const api = useApi(kratixWorkflowApiRef);
  return useLive({
    api,
    key: kratixWorkflowPaths.runs(subject),
    fetch: signal => api.fetchRuns(subject, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, {
        platform: subject.platform,
        topic: signalTopic(subject),
      }),
    isBusy: isRunning,
    // Containers come and go between two changes of the request itself.
    isHinted: runs => !isRunning(runs),
  });
}

function isRunning({ runs }: WorkflowRunsResponse): boolean {
  return runs[0]?.state === 'running' || runs[0]?.state === 'pending';
}
