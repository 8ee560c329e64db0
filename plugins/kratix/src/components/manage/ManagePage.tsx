import { Flex } from '@backstage/ui';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { useOperations } from '../../hooks';
import { LiveAnswer } from '../live/LiveAnswer';
import { CardFrame } from '../live/CardFrame';
import { ManageCards } from './ManageCards';

/**
 * What can be done with one request, in whatever state it, its platform and the portal are.
 * @internal
 */
export function ManagePage({ requestRef }: { requestRef: RequestRef }) {
  const live = useOperations(requestRef);
  return (
    <Flex direction="column" gap="4">
      <LiveAnswer
        live={live}
        subject={{ kind: 'request', ...requestRef }}
        Frame={CardFrame}
      >
        {known => (
          <ManageCards
            requestRef={requestRef}
            known={known}
            refresh={live.refresh}
          />
        )}
      </LiveAnswer>
    </Flex>
  );
}
