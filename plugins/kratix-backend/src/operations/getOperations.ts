import {
  operationPermissions,
  requestOperationsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import { findReadableRequest } from '../state/findReadableRequest';
import type { OperationRouteContext } from './OperationRouteContext';
import { readRequestRef } from './readBody';
import { findChildren } from './findChildren';
import { toOperationsResponse } from './toOperationsResponse';

/**
 * `GET /requests/:platform/:promise/:namespace/:name/operations`
 * @internal
 */
export function getOperations(context: OperationRouteContext): RequestHandler {
  const { httpAuth, authorizer, deliveries } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const readable = await findReadableRequest(
      readRequestRef(req),
      credentials,
      context,
    );
    const { platform, found, permissioned } = readable;
    const [allowed, delivery, children] = await Promise.all([
      authorizer.findAllowed(
        Object.values(operationPermissions),
        permissioned,
        credentials,
      ),
      deliveries.read(platform.name, found.value),
      findChildren(readable, { authorizer, credentials }),
    ]);
    res.json(
      requestOperationsResponseSchema.parse(
        toOperationsResponse(readable, { allowed, delivery, children }),
      ),
    );
  };
}
