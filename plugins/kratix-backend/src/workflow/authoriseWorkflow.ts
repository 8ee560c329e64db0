import type { Request } from 'express';
import type {
  WorkflowReader,
  WorkflowTarget,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { findSubject, type FoundSubject } from '../delivery/findSubject';
import type { RouteContext } from '../routes/RouteContext';

/** @internal */
export type WorkflowContext = Pick<
  RouteContext,
  'httpAuth' | 'kratix' | 'authorizer'
>;

/**
 * Whose workflow a request is about: authorised before anything is said.
 * @internal
 */
export async function authoriseWorkflow(
  req: Request,
  context: WorkflowContext,
): Promise<FoundSubject> {
  const credentials = await context.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const { platform, promise, namespace, name } = req.params;
  const subject = { platform: platform ?? '', promise: promise ?? '' };
  return findSubject(
    namespace && name ? { ...subject, namespace, name } : subject,
    credentials,
    context,
  );
}

/**
 * Read by the portal itself: the person was authorised to read the request and what became of it.
 * @internal
 */
export function openWorkflows(
  { platform }: FoundSubject,
  { kratix }: WorkflowContext,
): WorkflowReader {
  return kratix.workflows(platform, { type: 'portal' });
}

/** @internal */
export function toWorkflowTarget({ target }: FoundSubject): WorkflowTarget {
  const { promise, request } = target;
  return request
    ? { type: 'request', promise, ...request }
    : { type: 'promise', promise };
}
