import type { KratixPromise, PlatformSnapshot } from '../model';

/**
 * Versions that requests to a Promise may be stored as on a platform; none where the platform does not say.
 * @public
 */
export function findStoredVersions(
  { apis }: Pick<PlatformSnapshot, 'apis'>,
  promise: Pick<KratixPromise, 'api'> | undefined,
): readonly string[] {
  const crdName = promise?.api?.crdName;
  const installed =
    apis?.state === 'synced'
      ? apis.items.find(api => api.crdName === crdName)
      : undefined;
  return installed?.storedVersions ?? [];
}
