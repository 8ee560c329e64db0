import { useEntity } from '@backstage/plugin-catalog-react';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { Card, CardBody } from '@backstage/ui';
import { useRollout } from '../../hooks';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
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
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{
            kind: 'promise',
            name: promiseRef.promise,
            platform: promiseRef.platform,
          }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform={promiseRef.platform}
          />
          <RolloutView promise={promiseRef.promise} rollout={live.value} />
        </>
      );
    default:
      return live satisfies never;
  }
}
