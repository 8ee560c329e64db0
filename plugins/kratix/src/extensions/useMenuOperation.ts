import {
  toastApiRef,
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { kratixOperationsApiRef } from '../api/OperationsApi';
import { kratixMenuTranslationRef } from '../translation/kratixMenuTranslationRef';

/**
 * An operation as an item of an entity's menu. Nothing is loaded and nothing is asked before somebody chooses
 * it: the menu is part of every page.
 * @internal
 */
export function useMenuOperation(name: 'rerun' | 'pause' | 'unpause') {
  const { entity } = useEntity();
  const api = useApi(kratixOperationsApiRef);
  const toasts = useApi(toastApiRef);
  const apiHolder = useApiHolder();
  const { t } = useTranslationRef(kratixMenuTranslationRef);
  const onClick = async () => {
    const { operateFromMenu } = await import(
      '../components/manage/operateFromMenu'
    );
    const refusal = await operateFromMenu(api, entity, name);
    const { readSay } = await import('../translation/readSay');
    const say = await readSay(apiHolder);
    toasts.post(
      refusal
        ? {
            title: t('menu.failed'),
            description:
              refusal.type === 'incomplete'
                ? t('menu.incomplete')
                : say(refusal.wording, refusal.message),
            status: 'danger',
          }
        : { title: t('menu.asked'), status: 'success', timeout: 5_000 },
    );
  };
  return { title: t(`menu.${name}`), onClick };
}
