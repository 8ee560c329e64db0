import {
  buildRequestEntity,
  derivePhase,
  type Collection,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Finds who owns a request: the owner of its entity, so that a pull request names the same one as the catalog and
 * the page of the fleet.
 * @internal
 */
export function createOwnerFinder(
  platform: Platform,
  snapshot: Pick<PlatformSnapshot, 'promises' | 'namespaces'>,
): (request: ResourceRequest) => string | undefined {
  const promises = byName(snapshot.promises);
  const namespaces = byName(snapshot.namespaces);
  return request => {
    const { entity } = buildRequestEntity(request, {
      platform,
      phase: derivePhase(request).phase,
      promise: promises.get(request.promiseName),
      namespaceInfo: namespaces.get(request.namespace),
    });
    const owner = entity.spec?.owner;
    return typeof owner === 'string' ? owner : undefined;
  };
}

function byName<T extends { readonly name: string }>(
  collection: Collection<T>,
): ReadonlyMap<string, T> {
  return new Map(
    collection.state === 'synced'
      ? collection.items.map(item => [item.name, item] as const)
      : [],
  );
}
