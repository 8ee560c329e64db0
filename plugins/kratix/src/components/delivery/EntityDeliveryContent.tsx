import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { DeliveryView } from './DeliveryView';

/**
 * The delivery of what an entity stands for: a request, or a Promise with what it brings itself.
 * @internal
 */
export function EntityDeliveryContent() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity => <DeliveryView subject={identity.ref} />}
    </EntityIdentityBoundary>
  );
}
