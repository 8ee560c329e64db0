import type { RequestHandler } from 'express';
import { NotAllowedError } from '@backstage/errors';
import {
  attentionQuerySchema,
  attentionResponseSchema,
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  refuse,
  tell,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { collectAttention } from '../attention/collectAttention';
import { unlessDenied } from '../authorization';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatforms,
  type ListContext,
} from '../lists/ListContext';
import { parseInput } from './parseInput';

/**
 * `GET /attention`: each kind of thing for those who may read it.
 * @internal
 */
export function getAttention(context: ListContext): RequestHandler {
  const { authorizer, kratix, select, stuckAfterMs } = context;
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    const isAllowed = (
      permission: Parameters<typeof authorizer.require>[0],
    ): Promise<boolean> =>
      unlessDenied(
        authorizer.require(permission, credentials).then(() => true),
      ).then(Boolean);
    const [access, mayReadPromises, mayReadPlatforms] = await Promise.all([
      findRequestAccess(context, credentials),
      isAllowed(kratixPromiseReadPermission),
      isAllowed(kratixPlatformReadPermission),
    ]);
    if (!access && !mayReadPromises && !mayReadPlatforms) {
      throw refuse(NotAllowedError, tell('refusal.needsAnyPermission'));
    }
    const { platform, limit } = parseInput(attentionQuerySchema, req.query);
    const indexes = await indexPlatforms(
      context,
      name => !platform || name === platform,
    );
    res.json(
      attentionResponseSchema.parse({
        groups: collectAttention(indexes, {
          access,
          mayReadPromises,
          health: mayReadPlatforms ? name => kratix.health(name) : undefined,
          select,
          clock: { now: context.now(), stuckAfterMs },
          limit,
        }),
        stuckAfterMinutes: Math.round(stuckAfterMs / 60_000),
        unknownPlatforms: indexes
          .filter(({ snapshot }) => snapshot.promises.state === 'unknown')
          .map(index => index.platform.title),
      }),
    );
  };
}
