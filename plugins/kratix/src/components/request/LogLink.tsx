import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { useTexts } from '../../translation';
import type { Failure } from './useFailure';

/**
 * Leads to the log of the container that failed.
 * @internal
 */
export function LogLink({ failure }: { failure: Failure }) {
  const { entity } = useEntity();
  const toEntity = useRouteRef(entityRouteRef);
  const { t } = useTexts();
  const { run, pipeline, step } = failure;
  const place = new URLSearchParams({ run, pipeline, step });
  return (
    <ButtonLink
      variant="secondary"
      href={`${toEntity(entityRouteParams(entity))}/workflow?${place}`}
    >
      {t('request.showLog', { step })}
    </ButtonLink>
  );
}
