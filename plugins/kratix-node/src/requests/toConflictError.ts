import { ConflictError } from '@backstage/errors';
import {
  refuse,
  tell,
  wordingOf,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesError } from '../cluster/failures/KubernetesError';
import type { Subject } from './Subject';

/**
 * Says who else manages which fields, when server-side apply finds that out. The API server names the manager
 * in each cause: `conflict with "kubectl-client-side-apply" using v1`
 * (k8s.io/apimachinery pkg/util/managedfields `NewConflictError`).
 * @internal
 */
export function toConflictError(
  error: KubernetesError,
  subject: Subject,
): ConflictError {
  const conflicts = error.causes.filter(
    ({ reason }) => reason === 'FieldManagerConflict',
  );
  if (conflicts.length === 0) {
    const { message } = error;
    return refuse(ConflictError, tell('refusal.said', { subject, message }));
  }
  const managers = new Set(
    conflicts.map(({ message }) => readManager(message) ?? someoneElse),
  );
  const fields = conflicts.map(({ field }) => field ?? unknownField);
  const result = refuse(
    ConflictError,
    tell('refusal.managedBy', {
      subject,
      managers: { list: [...managers] },
      fields: { list: fields },
    }),
  );
  return Object.assign(result, { causes: error.causes });
}

function readManager(message: string | undefined): string | undefined {
  return message?.match(/^conflict with "([^"]{1,128})"/)?.[1];
}

const someoneElse: Wording = wordingOf('refusal.someoneElse');
const unknownField: Wording = wordingOf('refusal.unknownField');
