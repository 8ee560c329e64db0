import { ConflictError } from '@backstage/errors';
import type { KubernetesError } from '../cluster/failures/KubernetesError';

/**
 * Says who else manages which fields, when server-side apply finds that out. The API server names the manager
 * in each cause: `conflict with "kubectl-client-side-apply" using v1`
 * (k8s.io/apimachinery pkg/util/managedfields `NewConflictError`).
 * @internal
 */
export function toConflictError(
  error: KubernetesError,
  subject: string,
): ConflictError {
  const conflicts = error.causes.filter(
    ({ reason }) => reason === 'FieldManagerConflict',
  );
  if (conflicts.length === 0) {
    return new ConflictError(`${subject}: ${error.message}`);
  }
  const managers = new Set(
    conflicts.map(({ message }) => readManager(message) ?? 'someone else'),
  );
  const fields = conflicts.map(({ field }) => field ?? 'unknown field');
  const result = new ConflictError(
    `${subject} is managed by ${[...managers].join(
      ', ',
    )}, which set ${fields.join(
      ', ',
    )}; change it there, or hand these fields over first`,
  );
  return Object.assign(result, { causes: error.causes });
}

function readManager(message: string | undefined): string | undefined {
  return message?.match(/^conflict with "([^"]{1,128})"/)?.[1];
}
