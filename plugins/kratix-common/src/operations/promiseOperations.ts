import type { BasicPermission } from '@backstage/plugin-permission-common';
import { promiseOperationNames, type PromiseOperationName } from '../contracts';
import type { KratixPromise } from '../model';
import {
  kratixPromisePausePermission,
  kratixPromiseRerunPermission,
} from '../permissions';

/**
 * Which permission each operation on a Promise asks for.
 * @public
 */
export const promiseOperationPermissions: Readonly<
  Record<PromiseOperationName, BasicPermission>
> = {
  rerun: kratixPromiseRerunPermission,
  rerunRequests: kratixPromiseRerunPermission,
  pause: kratixPromisePausePermission,
  unpause: kratixPromisePausePermission,
};

/**
 * What can be done with a Promise now, and if not, why: one sentence (kratix-domain 1.1, 3.6).
 * @public
 */
export function availablePromiseOperations(
  promise: KratixPromise,
): { readonly name: PromiseOperationName; readonly reason?: string }[] {
  return promiseOperationNames.map(name => {
    const reason = promise.deletedAt
      ? 'It is being removed.'
      : reasons[name](promise);
    return { name, ...(reason && { reason }) };
  });
}

type Reason = (promise: KratixPromise) => string | undefined;

const reasons: Readonly<Record<PromiseOperationName, Reason>> = {
  rerun: promise =>
    whyPaused(promise) ??
    (promise.workflows.promiseConfigure.length === 0
      ? 'It has no workflow of its own.'
      : undefined),
  rerunRequests: promise =>
    whyPaused(promise) ??
    (promise.api ? undefined : 'Nothing can be requested from it.'),
  pause: ({ isPaused }) => (isPaused ? 'It is paused already.' : undefined),
  unpause: ({ isPaused }) => (isPaused ? undefined : 'It is not paused.'),
};

function whyPaused({ isPaused }: KratixPromise): string | undefined {
  return isPaused ? 'It is paused: resume it first.' : undefined;
}
