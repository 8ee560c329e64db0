import {
  availableOperations,
  operationPermissions,
  type OperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestOperations } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Request } from 'express';
import { toConflict } from '../responses/toConflict';
import {
  findReadableRequest,
  type ReadableRequest,
} from '../state/findReadableRequest';
import { findOperationContext } from './findOperationContext';
import type { OperationRouteContext } from './OperationRouteContext';
import { readRequestRef } from './readBody';
import { resolveActor } from './resolveActor';

/** @internal */
export interface OpenedOperation extends ReadableRequest {
  readonly operations: RequestOperations;
}

/**
 * Everything that comes before a write: the person may see the request, has the permission, and what they ask
 * makes sense now. Throws NotAllowedError, NotFoundError or, with the reason in words, ConflictError.
 * @internal
 */
export async function openOperation(
  req: Request,
  name: OperationName,
  context: OperationRouteContext,
): Promise<OpenedOperation> {
  const opened = await authoriseOperation(req, name, context);
  requireChance(opened, name);
  return opened;
}

/**
 * The same, whether or not it makes sense to begin it now: for what was begun before.
 * @internal
 */
export async function authoriseOperation(
  req: Request,
  name: OperationName,
  context: OperationRouteContext,
): Promise<OpenedOperation> {
  const { httpAuth, authorizer, kratix, userInfo } = context;
  const credentials = await httpAuth.credentials(req, { allow: ['user'] });
  const readable = await findReadableRequest(
    readRequestRef(req),
    credentials,
    context,
  );
  const access = await authorizer.requireForRequests(
    operationPermissions[name],
    credentials,
  );
  access.require(readable.permissioned);

  const { platform } = readable;
  const actor = await resolveActor(req, { credentials, platform, userInfo });
  return { ...readable, operations: kratix.operations(platform.name, actor) };
}

function requireChance(
  { snapshot, found }: ReadableRequest,
  name: OperationName,
): void {
  const chance = availableOperations(
    found.value,
    findOperationContext(snapshot, found.value),
  ).find(operation => operation.name === name);
  if (chance?.why) {
    throw toConflict(chance.why);
  }
}
