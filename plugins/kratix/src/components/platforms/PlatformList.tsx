import { Flex } from '@backstage/ui';
import type { PlatformsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LiveResult } from '../../hooks';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { PlatformCard } from './PlatformCard';
import { PlatformsSkeleton } from './PlatformsSkeleton';

/**
 * Every platform: whether it answers, what it offers and how its requests fare.
 * @internal
 */
export function PlatformList({
  live,
}: {
  live: LiveResult<PlatformsResponse>;
}) {
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
