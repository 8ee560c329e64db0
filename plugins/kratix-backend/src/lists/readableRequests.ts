import type { RequestRow } from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestAccess } from '../authorization';
import type { IndexedRequest } from './IndexedRequest';
import type { PlatformIndex } from './RequestIndex';

/**
 * The requests of a platform that somebody may read, to some Promises or to all.
 * @internal
 */
export function readableRequests(
  { requests }: PlatformIndex,
  access: Pick<RequestAccess, 'isUnrestricted' | 'isAllowed'>,
  isWanted: (promise: string) => boolean = () => true,
): IndexedRequest[] {
  const isReadable = ({ permissioned }: IndexedRequest) =>
    access.isUnrestricted || access.isAllowed(permissioned);
  return [...requests]
    .filter(([promise]) => isWanted(promise))
    .flatMap(([, rows]) => rows.filter(isReadable));
}

/**
 * A row as it is sent.
 * @internal
 */
export function toRow(
  { row }: IndexedRequest,
  { snapshot }: Pick<PlatformIndex, 'snapshot'>,
): RequestRow {
  const collection = snapshot.requests.get(row.ref.promise);
  return { ...row, isStale: collection?.problem !== undefined };
}
