import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { kratixMenuTranslationRef } from '../translation/kratixMenuTranslationRef';

/**
 * Leads to the question whether the request shall be removed.
 * @internal
 */
export function useRemoveLink() {
  const { entity } = useEntity();
  const toEntity = useRouteRef(entityRouteRef);
  const { t } = useTranslationRef(kratixMenuTranslationRef);
  return {
    title: t('menu.remove'),
    href: `${toEntity(entityRouteParams(entity))}/manage?ask=remove`,
  };
}
