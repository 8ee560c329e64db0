import {
  findPromise,
  buildRequestEntity,
  namePlatform,
  type Platform,
  type PlatformSnapshot,
  type Problem,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A page lists what can be read at a glance. */
const MOST_PROBLEMS = 20;

/**
 * What of one request is not shown as meant: what could not be read of it, and what the catalog would not take.
 * @internal
 */
export function findRequestProblems(
  request: ResourceRequest,
  platform: Platform,
  snapshot: PlatformSnapshot,
): Problem[] {
  const unread = snapshot.problems.filter(
    ({ kind, namespace, name }) =>
      kind === request.kind &&
      namespace === request.namespace &&
      name === request.name,
  );
  const { problems } = buildRequestEntity(request, {
    platform: namePlatform(platform, snapshot),
    // What it is called and who owns it does not depend on how it fares.
    phase: 'Pending',
    promise: findPromise(snapshot, request.promiseName),
  });
  return [...unread, ...problems].slice(0, MOST_PROBLEMS);
}
