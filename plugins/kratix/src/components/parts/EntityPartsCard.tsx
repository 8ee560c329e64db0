import { useEntity } from '@backstage/plugin-catalog-react';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import { PartsCard } from './PartsCard';

/**
 * The parts of the request that an entity stands for. An entity that does not say which says so on its
 * status card already.
 * @internal
 */
export function EntityPartsCard() {
  const { entity } = useEntity();
  const identity = readEntityIdentity(entity);
  return identity.type === 'request' ? (
    <PartsCard requestRef={identity.ref} />
  ) : null;
}
