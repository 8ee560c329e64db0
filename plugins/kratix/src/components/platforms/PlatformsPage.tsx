import { Container, Flex } from '@backstage/ui';
import { usePlatforms } from '../../hooks';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { SandboxAlert } from '../notices/SandboxAlert';
import { NoPlatforms } from './NoPlatforms';
import { PlatformCard } from './PlatformCard';
import { PlatformsSkeleton } from './PlatformsSkeleton';

/**
 * The Kratix page: every platform, whether it answers, what it offers and how its requests fare.
 * @internal
 */
export function PlatformsPage() {
  return (
    <Container py="6">
      <PlatformsContent />
    </Container>
  );
}

function PlatformsContent() {
  const live = usePlatforms();
  switch (live.state) {
    case 'loading':
      return <PlatformsSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'platforms' }}
          onRetry={live.refresh}
        />
      );
    case 'known': {
      const { platforms } = live.value;
      return (
        <Flex direction="column" gap="4">
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform=""
          />
          {platforms.some(({ isSandbox }) => isSandbox) && <SandboxAlert />}
          {platforms.length === 0 && <NoPlatforms />}
          {platforms.map(platform => (
            <PlatformCard key={platform.name} platform={platform} />
          ))}
        </Flex>
      );
    }
    default:
      return live satisfies never;
  }
}
