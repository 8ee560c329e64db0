import { useEntity } from '@backstage/plugin-catalog-react';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { Card, CardBody, Flex } from '@backstage/ui';
import { useRollout } from '../../hooks';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { LiveAnswer } from '../live/LiveAnswer';
import { RolloutView } from './RolloutView';

/**
 * Which version each request to the service runs, and the way to move them.
 * @internal
 */
export function EntityRolloutContent() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'promise' && (
          <Card>
            <CardBody>
              <Rollout promiseRef={identity.ref} />
            </CardBody>
          </Card>
        )
      }
    </EntityIdentityBoundary>
  );
}

function Rollout({ promiseRef }: { promiseRef: PromiseRef }) {
  const live = useRollout(promiseRef);
  const { promise, platform } = promiseRef;
  return (
    <Flex direction="column" gap="5">
      <LiveAnswer
        live={live}
        subject={{ kind: 'promise', name: promise, platform }}
      >
        {rollout => <RolloutView promise={promise} rollout={rollout} />}
      </LiveAnswer>
    </Flex>
  );
}
