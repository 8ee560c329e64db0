import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { usePlatforms } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { SandboxAlert } from '../notices/SandboxAlert';
import { NoPlatforms, PlatformList } from '../platforms';
import { AttentionBlock } from './AttentionBlock';
import { HomeBlock } from './HomeBlock';
import { OffersBlock } from './OffersBlock';

/**
 * The Kratix page: what needs attention, what the platforms offer, and where it goes. Each block stands by
 * itself: what one person may not see, or what does not answer, costs only its own block.
 * @internal
 */
export function HomePage() {
  const { t } = useTexts();
  const toHome = useRouteRef(rootRouteRef);
  const live = usePlatforms();
  const platforms = live.state === 'known' ? live.value.platforms : undefined;
  if (platforms?.length === 0) {
    return <NoPlatforms />;
  }
  return (
    <Flex direction="column" gap="6">
      {platforms?.some(({ isSandbox }) => isSandbox) && <SandboxAlert />}
      <AttentionBlock />
      <OffersBlock />
      <HomeBlock
        title={t('home.where')}
        aside={<Link href={`${toHome()}/fleet`}>{t('fleet.open')}</Link>}
      >
        <PlatformList live={live} />
      </HomeBlock>
    </Flex>
  );
}
