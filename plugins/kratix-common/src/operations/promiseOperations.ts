import type { BasicPermission } from '@backstage/plugin-permission-common';
import { promiseOperationNames, type PromiseOperationName } from '../contracts';
import type { KratixPromise } from '../model';
import { wordingOf, type Wording } from '../wording';
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
 * What can be done with a Promise now, and if not, why (kratix-domain 1.1, 3.6).
 * @public
 */
export function availablePromiseOperations(
  promise: KratixPromise,
): { readonly name: PromiseOperationName; readonly why?: Wording }[] {
  return promiseOperationNames.map(name => {
    const why = promise.deletedAt
      ? wordingOf('operation.beingRemoved')
      : reasons[name](promise);
    return { name, ...(why && { why }) };
  });
}

type Reason = (promise: KratixPromise) => Wording | undefined;

const reasons: Readonly<Record<PromiseOperationName, Reason>> = {
  rerun: promise =>
    whyPaused(promise) ??
    (promise.workflows.promiseConfigure.length === 0
      ? wordingOf('operation.noWorkflowOfItsOwn')
      : undefined),
  rerunRequests: promise =>
    whyPaused(promise) ??
    (promise.api ? undefined : wordingOf('operation.nothingToRequest')),
  pause: ({ isPaused }) =>
    isPaused ? wordingOf('operation.pausedAlready') : undefined,
  unpause: ({ isPaused }) =>
    isPaused ? undefined : wordingOf('operation.notPaused'),
};

function whyPaused({ isPaused }: KratixPromise): Wording | undefined {
  return isPaused ? wordingOf('operation.paused') : undefined;
}
