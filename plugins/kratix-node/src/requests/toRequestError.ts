import { KubernetesError } from '../cluster/failures/KubernetesError';
import { toBackstageError } from '../cluster/failures/kubernetesFailures';
import { toRefusal, withoutRemarks } from './refusals';
import type { Subject } from './Subject';
import { toConflictError } from './toConflictError';

/**
 * What a failed request about something is answered with.
 * @internal
 */
export function toRequestError(error: unknown, subject: Subject): unknown {
  if (!(error instanceof KubernetesError)) {
    return error;
  }
  return error.failure === 'conflict'
    ? toConflictError(error, subject)
    : toRefusal(error) ?? toBackstageError(withoutRemarks(error));
}
