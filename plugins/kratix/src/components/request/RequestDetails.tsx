import { lazy, Suspense, useMemo } from 'react';
import { Flex, Skeleton, Text } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ConditionTable } from '../details/ConditionTable';

const YamlBlock = lazy(() => import('../details/YamlBlock'));

/**
 * What Kratix itself says: conditions, the request and what was reported, as YAML.
 * @internal
 */
export function RequestDetails({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { conditions, outputs } = request;
  const manifest = useMemo(() => toManifest(request), [request]);
  return (
    <Flex direction="column" gap="4">
      {conditions.length > 0 ? (
        <ConditionTable conditions={conditions} />
      ) : (
        <Text as="p" variant="body-medium" color="secondary">
          {t('request.noConditions')}
        </Text>
      )}
      <Suspense fallback={<Skeleton width="100%" height={160} />}>
        <YamlBlock title={t('request.manifest')} value={manifest} />
        {Object.keys(outputs).length > 0 && (
          <YamlBlock title={t('request.status')} value={outputs} />
        )}
      </Suspense>
    </Flex>
  );
}

function toManifest({ apiVersion, kind, ref, spec }: RequestResponse) {
  return {
    apiVersion,
    kind,
    metadata: { name: ref.name, namespace: ref.namespace },
    spec,
  };
}
