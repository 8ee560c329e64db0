import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import type { PhaseAction } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { toPages } from './toPages';

/**
 * The ways to what the next step asks to look at.
 * @internal
 */
export function PageLinks({ actions }: { actions: readonly PhaseAction[] }) {
  const { t } = useTexts();
  const { entity } = useEntity();
  const toEntity = useRouteRef(entityRouteRef);
  return toPages(actions, entity).map(({ page, params, tab }) => (
    <ButtonLink
      key={page}
      variant="secondary"
      href={[toEntity(params ?? entityRouteParams(entity)), tab]
        .filter(Boolean)
        .join('/')}
    >
      {t(`request.show.${page}`)}
    </ButtonLink>
  ));
}
