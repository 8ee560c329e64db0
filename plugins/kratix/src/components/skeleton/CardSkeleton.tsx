import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../translation';

/**
 * The shape of a status card, so that nothing jumps when the answer comes.
 * @internal
 */
export function CardSkeleton() {
  const { t } = useTexts();
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      <Flex direction="column" gap="6" aria-hidden>
        <Flex gap="4" align="start">
          <Skeleton rounded width={44} height={44} />
          <Flex direction="column" gap="2">
            <Skeleton width={160} height={24} />
            <Skeleton width={240} height={16} />
          </Flex>
        </Flex>
        <Skeleton width="100%" height={52} />
        <Flex gap="6">
          <Skeleton width="100%" height={132} />
          <Skeleton width="100%" height={132} />
        </Flex>
      </Flex>
    </div>
  );
}
