import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { useTexts } from '../../translation';

/**
 * Leads to the question whether the request shall be removed.
 * @internal
 */
export function useRemoveLink() {
  const { entity } = useEntity();
  const toEntity = useRouteRef(entityRouteRef);
  const { t } = useTexts();
  return {
    title: t('manage.removal.button'),
    href: `${toEntity(entityRouteParams(entity))}/manage?ask=remove`,
  };
}
