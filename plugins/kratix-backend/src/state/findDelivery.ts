import {
  derivePhase,
  isDeliveryPhase,
  type PhaseContext,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliveryReader } from './DeliveryReader';

/**
 * What else the phase of a request depends on: its delivery, asked for only where the request's own
 * conditions leave it open, so that the page of a ready request costs the cluster nothing.
 * @internal
 */
export async function findDelivery(
  platform: string,
  request: ResourceRequest,
  deliveries: DeliveryReader,
): Promise<Pick<PhaseContext, 'works' | 'workPlacements'>> {
  if (!isDeliveryPhase(derivePhase(request).phase)) {
    return {};
  }
  const delivery = await deliveries.read(platform, request);
  return delivery
    ? { works: delivery.works, workPlacements: delivery.workPlacements }
    : {};
}
