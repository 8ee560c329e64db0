import { Card, CardBody, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../translation';

/**
 * The shape of the page with one platform.
 * @internal
 */
export function PlatformsSkeleton() {
  const { t } = useTexts();
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('platform.loading')}</VisuallyHidden>
      <Card aria-hidden>
        <CardBody>
          <Flex direction="column" gap="5">
            <Flex gap="4" align="start">
              <Skeleton rounded width={44} height={44} />
              <Flex direction="column" gap="2">
                <Skeleton width={200} height={24} />
                <Skeleton width={260} height={16} />
              </Flex>
            </Flex>
            <Skeleton width="60%" height={20} />
          </Flex>
        </CardBody>
      </Card>
    </div>
  );
}
