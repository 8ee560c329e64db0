import { NotFoundError } from '@backstage/errors';
import {
  availablePromiseOperations,
  kratixPromiseReadPermission,
  operationBodySchema,
  promiseOperationNames,
  promiseOperationPermissions,
  promiseOperationsResponseSchema,
  wordingOf,
  type PromiseOperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import { unlessDenied } from '../authorization';
import { toConflict } from '../responses/toConflict';
import { toReason } from '../responses/toReason';
import { lookUpPromise } from '../state/lookUp';
import { auditOperation } from './auditOperation';
import type { OperationRouteContext } from './OperationRouteContext';
import { parseInput } from '../routes/parseInput';
import { resolveActor } from './resolveActor';

type Params = { platform: string; promise: string };

/**
 * `GET /promises/:platform/:promise/operations`
 * @internal
 */
export function getPromiseOperations({
  authorizer,
  httpAuth,
  kratix,
}: OperationRouteContext): RequestHandler<Params> {
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const snapshot = kratix.snapshot(req.params.platform);
    const { value: promise } = lookUpPromise(snapshot, req.params.promise);
    const operations = await Promise.all(
      availablePromiseOperations(promise).map(async ({ name, why }) => {
        if (why) {
          return { name, availability: 'unavailable', ...toReason(why) };
        }
        const permission = promiseOperationPermissions[name];
        const allowed = await unlessDenied(
          authorizer.require(permission, credentials).then(() => true),
        );
        return allowed
          ? { name, availability: 'available' }
          : {
              name,
              availability: 'forbidden',
              permission: permission.name,
              ...toReason(
                wordingOf('operation.needsPermission', {
                  permission: permission.name,
                }),
              ),
            };
      }),
    );
    res.json(
      promiseOperationsResponseSchema.parse({ uid: promise.uid, operations }),
    );
  };
}

/**
 * `POST /promises/:platform/:promise/operations/:operation`
 * @internal
 */
export function postPromiseOperation(
  context: OperationRouteContext,
): RequestHandler<Params & { operation: string }> {
  const { authorizer, httpAuth, kratix, userInfo } = context;
  return async (req, res) => {
    const { platform: platformName, promise: promiseName } = req.params;
    const name = findName(req.params.operation);
    const body = parseInput(operationBodySchema, req.body);
    const ref = { platform: platformName, promise: promiseName };
    await auditOperation({ name, ref, req }, context, async () => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      await authorizer.require(kratixPromiseReadPermission, credentials);
      await authorizer.require(promiseOperationPermissions[name], credentials);
      const platform = kratix.platform(platformName);
      const { value: promise } = lookUpPromise(
        kratix.snapshot(platform.name),
        promiseName,
      );
      const chance = availablePromiseOperations(promise).find(
        operation => operation.name === name,
      );
      if (chance?.why) {
        throw toConflict(chance.why);
      }
      const actor = await resolveActor(req, {
        credentials,
        platform,
        userInfo,
      });
      await kratix
        .promiseOperations(platform.name, actor)
        [name](promise.name, body);
    });
    res.status(202).json({ operation: name, uid: body.uid });
  };
}

function findName(name: string): PromiseOperationName {
  const found = promiseOperationNames.find(one => one === name);
  if (!found) {
    throw new NotFoundError('There is no such operation');
  }
  return found;
}
