import { KubernetesError } from '../cluster/failures/KubernetesError';
import { subjectInEnglish, type Subject } from './Subject';

/**
 * What it means that the patch of `buildAdoption` was refused. The entry stands somewhere else since somebody
 * wrote: a test of a JSON patch that fails is a 422 without a cause (k8s.io/apiserver
 * pkg/endpoints/handlers/patch.go `applyJSPatch`), and looking again helps as it does after a conflict.
 * @internal
 */
export function toAdoptionError(error: unknown, subject: Subject): unknown {
  return error instanceof KubernetesError && error.failure === 'invalid'
    ? new KubernetesError(
        'conflict',
        `${subjectInEnglish(subject)} was written meanwhile`,
      )
    : error;
}
