import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  LogEvent,
  LogQuery,
  WorkflowRunsResponse,
  WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * Which log, and from where.
 * @public
 */
export type LogQuestion = Pick<LogQuery, 'pod' | 'container'> &
  Partial<LogQuery>;

/**
 * What the pages ask of workflows. Expected failures are returned; only an aborted call rejects.
 * @public
 */
export interface WorkflowApi {
  fetchRuns(
    subject: WorkflowSubject,
    options?: FetchOptions,
  ): Promise<Fetched<WorkflowRunsResponse>>;
  /** The events end without `end` when the connection is lost. */
  openLog(
    subject: WorkflowSubject,
    question: LogQuestion,
    options: { readonly signal: AbortSignal },
  ): Promise<Fetched<AsyncGenerator<LogEvent, void, undefined>>>;
}

/**
 * The API behind the workflow pages.
 * @public
 */
export const kratixWorkflowApiRef = createApiRef<WorkflowApi>().with({
  id: 'plugin.kratix.workflow',
  pluginId: 'kratix',
});
