import { Text } from '@backstage/ui';
import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ConditionTable } from '../details/ConditionTable';

/**
 * What Kratix itself says about the service.
 * @internal
 */
export function PromiseDetails({ promise }: { promise: PromiseResponse }) {
  const { t } = useTexts();
  return promise.conditions.length > 0 ? (
    <ConditionTable conditions={promise.conditions} />
  ) : (
    <Text as="p" variant="body-medium" color="secondary">
      {t('request.noConditions')}
    </Text>
  );
}
