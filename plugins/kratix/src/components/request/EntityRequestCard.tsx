import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { RequestCard } from './RequestCard';

/**
 * The status card of the request that an entity stands for.
 * @internal
 */
export function EntityRequestCard() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'request' && <RequestCard requestRef={identity.ref} />
      }
    </EntityIdentityBoundary>
  );
}
