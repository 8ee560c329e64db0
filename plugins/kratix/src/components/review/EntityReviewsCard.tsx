import { useEntity } from '@backstage/plugin-catalog-react';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import { ReviewsCard } from './ReviewsCard';

/**
 * What waits for review of the service or the request that an entity stands for. An entity that does not
 * say which says so on its status card already.
 * @internal
 */
export function EntityReviewsCard() {
  const { entity } = useEntity();
  const identity = readEntityIdentity(entity);
  return identity.type === 'request' || identity.type === 'promise' ? (
    <ReviewsCard subject={identity.ref} />
  ) : null;
}
