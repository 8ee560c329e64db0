import type { PromiseRef, RequestRef } from '../../model';
import type { LogQuery } from '../workflowLog';
import { kratixPaths } from './paths';

/**
 * Whose workflow is meant: that of a request, or a Promise's own.
 * @public
 */
export type WorkflowSubject =
  | ({ readonly type: 'request' } & RequestRef)
  | ({ readonly type: 'promise' } & PromiseRef);

/**
 * Paths of workflows below `/api/kratix`, with each part encoded.
 * @public
 */
export const kratixWorkflowPaths = {
  runs: (subject: WorkflowSubject): string => `${subjectPath(subject)}/runs`,
  log: (
    subject: WorkflowSubject,
    query: Pick<LogQuery, 'pod' | 'container'> & Partial<LogQuery>,
  ): string => `${subjectPath(subject)}/log?${toSearch(query)}`,
} as const;

function subjectPath(subject: WorkflowSubject): string {
  return subject.type === 'request'
    ? kratixPaths.request(subject)
    : kratixPaths.promise(subject);
}

function toSearch(query: Partial<LogQuery>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== false) {
      params.set(key, String(value));
    }
  }
  return params.toString();
}
