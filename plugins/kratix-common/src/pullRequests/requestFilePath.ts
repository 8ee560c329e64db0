import type { PlatformDelivery } from '../model';
import type { ReviewSubject } from './ReviewOperation';
import { safeSegment } from './safeSegment';

/**
 * Where the manifest of a request is kept in a repository: `<folder>/<platform>/<namespace>/<kind>.<group>/<name>.yaml`.
 * No two requests share it, and it depends on nothing else.
 * @public
 */
export function requestFilePath(
  subject: ReviewSubject,
  repository?: Pick<DeliveryRepository, 'path'>,
): string {
  const { platform, namespace, kind, group, name } = subject;
  const folders = (repository?.path ?? '')
    .split('/')
    .filter(part => part !== '' && part !== '.');
  return [
    ...folders,
    safeSegment(platform),
    safeSegment(namespace),
    safeSegment(`${kind}.${group}`),
    `${safeSegment(name)}.yaml`,
  ].join('/');
}

/**
 * Where orders are reviewed.
 * @public
 */
export type DeliveryRepository = Extract<
  PlatformDelivery,
  { mode: 'pull-request' }
>['repository'];
