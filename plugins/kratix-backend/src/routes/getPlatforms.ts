import type { RequestHandler } from 'express';
import { isError } from '@backstage/errors';
import {
  kratixPlatformReadPermission,
  kratixRequestReadPermission,
  platformsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { toPlatformSummary } from '../responses/toPlatformSummary';
import type { RouteContext } from './RouteContext';

/**
 * `GET /platforms`
 * @internal
 */
export function getPlatforms(context: RouteContext): RequestHandler {
  const { httpAuth, authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);
    const access = await authorizer
      .requireForRequests(kratixRequestReadPermission, credentials)
      .catch(error => {
        if (isError(error) && error.name === 'NotAllowedError') {
          return undefined;
        }
        throw error;
      });
    res.json(
      platformsResponseSchema.parse({
        platforms: kratix.platforms.map(platform =>
          toPlatformSummary(platform, kratix.snapshot(platform.name), {
            health: kratix.health(platform.name),
            isEveryRequestReadable: access?.isUnrestricted ?? false,
          }),
        ),
      }),
    );
  };
}
