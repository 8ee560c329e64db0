import {
  findPromise,
  type ObjectProblem,
  type PlatformSnapshot,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The problem of a Promise that is on the platform and could not be understood. To be asked only of what was
 * not found: objects that were understood may have problems too.
 * @internal
 */
export function findUnreadablePromise(
  { problems }: PlatformSnapshot,
  promise: string,
): ObjectProblem | undefined {
  return problems.find(
    ({ kind, name }) => kind === 'Promise' && name === promise,
  );
}

/**
 * Likewise of a request, or of its Promise, without which nothing is known of the request.
 * @internal
 */
export function findUnreadableRequest(
  snapshot: PlatformSnapshot,
  ref: Omit<RequestRef, 'platform'>,
): ObjectProblem | undefined {
  const { problems } = snapshot;
  const promise = findPromise(snapshot, ref.promise);
  return promise
    ? problems.find(
        ({ kind, namespace, name }) =>
          kind === promise.api?.kind &&
          namespace === ref.namespace &&
          name === ref.name,
      )
    : findUnreadablePromise(snapshot, ref.promise);
}
