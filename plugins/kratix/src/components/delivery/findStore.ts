import type {
  DeliveryPlacement,
  DeliveryResponse,
  Readiness,
  StateStoreSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The store behind a placement, as far as it is known. One that a Destination names and nobody made is missing;
 * one that nobody could look for is not reported.
 * @internal
 */
export function findStore(
  { destinations, stores }: DeliveryResponse,
  placement: DeliveryPlacement,
): {
  readonly store?: Pick<StateStoreSummary, 'kind' | 'name'> &
    Partial<StateStoreSummary>;
  readonly readiness: Readiness;
} {
  const destination = destinations?.find(
    ({ name }) => name === placement.destination,
  );
  const named = destination?.store;
  const found = stores?.find(
    ({ kind, name }) => kind === named?.kind && name === named.name,
  );
  if (found) {
    return { store: found, readiness: found.readiness };
  }
  const isMissing = named !== undefined && stores !== undefined;
  return {
    ...(named && { store: named }),
    readiness: { state: isMissing ? 'missing' : 'notReported' },
  };
}
