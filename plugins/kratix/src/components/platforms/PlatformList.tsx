import { Flex } from '@backstage/ui';
import type { PlatformsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LiveResult } from '../../hooks';
import { LiveAnswer } from '../live/LiveAnswer';
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
  return (
    <Flex direction="column" gap="4">
      <LiveAnswer
        live={live}
        subject={{ kind: 'platforms' }}
        skeleton={<PlatformsSkeleton />}
      >
        {({ platforms }) =>
          platforms.map(platform => (
            <PlatformCard key={platform.name} platform={platform} />
          ))
        }
      </LiveAnswer>
    </Flex>
  );
}
