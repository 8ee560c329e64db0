import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { usePlatforms } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { RequestList } from '../lists';

/**
 * Every request of every platform.
 * @internal
 */
export function RequestsPage() {
  const { t } = useTexts();
  const toHome = useRouteRef(rootRouteRef);
  const live = usePlatforms();
  const areSeveral = live.state === 'known' && live.value.platforms.length > 1;
  return (
    <Flex direction="column" gap="4">
      <nav>
        <Link href={toHome()}>← {t('home.back')}</Link>
      </nav>
      <Text as="h2" variant="title-medium" weight="bold">
        {t('home.allRequests')}
      </Text>
      <RequestList showsPlatform={areSeveral} />
    </Flex>
  );
}
