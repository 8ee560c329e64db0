import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  readEntityIdentity,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef, type OperationsApi } from '../../api';
import { useTexts } from '../../translation';
import { findOperation } from './Managing';

type MenuOperation = 'rerun' | 'pause' | 'unpause';

/**
 * An operation as an item of an entity's menu. Nothing is asked before somebody chooses it: the menu is part
 * of every page.
 * @internal
 */
export function useMenuOperation(name: MenuOperation) {
  const { entity } = useEntity();
  const api = useApi(kratixOperationsApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTexts();
  const identity = readEntityIdentity(entity);
  const onClick = async () => {
    if (identity.type !== 'request') {
      return;
    }
    const refusal = await operate(api, identity.ref, name);
    toasts.post(
      refusal === undefined
        ? { title: t('manage.asked'), status: 'success', timeout: 5_000 }
        : {
            title: t('manage.failed'),
            description: refusal,
            status: 'danger',
          },
    );
  };
  return {
    title: t(`manage.workflow.${name}`),
    disabled: identity.type !== 'request',
    onClick,
  };
}

/** Why it was not done; undefined when it was. */
async function operate(
  api: OperationsApi,
  ref: RequestRef,
  name: MenuOperation,
): Promise<string | undefined> {
  const found = await api.fetchOperations(ref);
  if (!found.ok) {
    return found.problem.message;
  }
  const operation = findOperation(found.value, name);
  if (operation?.availability !== 'available') {
    return operation?.reason ?? '';
  }
  const { uid } = found.value;
  const answer = await api.operate(ref, { name, body: { uid } });
  return answer.ok ? undefined : answer.problem.message;
}
