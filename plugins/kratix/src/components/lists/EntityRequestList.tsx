import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { RequestList } from './RequestList';

/**
 * The requests to the service that an entity stands for.
 * @internal
 */
export function EntityRequestList() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'promise' && <RequestList of={identity.ref} />
      }
    </EntityIdentityBoundary>
  );
}
