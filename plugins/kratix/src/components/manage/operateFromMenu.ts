import type { Entity } from '@backstage/catalog-model';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem, OperationsApi } from '../../api';
import { findOperation } from './Managing';

/**
 * Why something was not done: the entity stands for no certain request, or in the words of the server.
 * @internal
 */
export type MenuRefusal =
  | { readonly type: 'incomplete' }
  | ({ readonly type: 'refused' } & Refusal);

type Refusal = Pick<ApiProblem, 'message' | 'wording'>;

/**
 * Does to a request what was chosen in the menu of its entity. Undefined when it was asked for.
 * @internal
 */
export async function operateFromMenu(
  api: OperationsApi,
  entity: Entity,
  name: 'rerun' | 'pause' | 'unpause',
): Promise<MenuRefusal | undefined> {
  const identity = readEntityIdentity(entity);
  if (identity.type !== 'request') {
    return { type: 'incomplete' };
  }
  const { ref } = identity;
  const found = await api.fetchOperations(ref);
  if (!found.ok) {
    return refuse(found.problem);
  }
  const operation = findOperation(found.value, name);
  if (operation?.availability !== 'available') {
    const { reason = '', wording } = operation ?? {};
    return refuse({ message: reason, wording });
  }
  const { uid } = found.value;
  const answer = await api.operate(ref, { name, body: { uid } });
  return answer.ok ? undefined : refuse(answer.problem);
}

function refuse({ message, wording }: Refusal): MenuRefusal {
  return { type: 'refused', message, wording };
}
