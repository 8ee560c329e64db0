import { ConflictError } from '@backstage/errors';
import {
  deleteQuerySchema,
  operationResponseSchema,
  refuse,
  tell,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import { auditOperation } from './auditOperation';
import { openOperation } from './openOperation';
import type { OperationRouteContext } from './OperationRouteContext';
import { readRequestRef } from './readBody';
import { parseInput } from '../routes/parseInput';

/**
 * `DELETE /requests/:platform/:promise/:namespace/:name`
 * @internal
 */
export function deleteRequest(context: OperationRouteContext): RequestHandler {
  return async (req, res) => {
    const ref = readRequestRef(req);
    const { uid } = parseInput(deleteQuerySchema, req.query);
    await auditOperation({ name: 'delete', ref, req }, context, async () => {
      const { operations, platform } = await openOperation(
        req,
        'delete',
        context,
      );
      requireDirectRemoval(platform);
      await operations.delete(ref, { uid });
    });
    res
      .status(202)
      .json(operationResponseSchema.parse({ operation: 'delete', uid }));
  };
}

/** What is removed past the repository comes back from it. */
function requireDirectRemoval({ title, delivery }: Platform): void {
  if (delivery.mode === 'pull-request') {
    throw refuse(
      ConflictError,
      tell('refusal.removedByPullRequest', { platform: title }),
    );
  }
}
