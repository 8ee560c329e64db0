import type { RequestHandler } from 'express';
import {
  kratixPlatformReadPermission,
  platformsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readKratixConfig } from '@kratix-portal/backstage-plugin-kratix-node';
import { isEveryRequestReadable } from '../authorization';
import { toPlatformSummary } from '../responses/toPlatformSummary';
import type { RouteContext } from './RouteContext';

/**
 * `GET /platforms`
 * @internal
 */
export function getPlatforms(context: RouteContext): RequestHandler {
  const { httpAuth, authorizer, kratix } = context;
  const { select } = readKratixConfig(context.rootConfig).catalog;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);
    const isAllReadable = await isEveryRequestReadable(authorizer, credentials);
    res.json(
      platformsResponseSchema.parse({
        platforms: kratix.platforms.map(platform =>
          toPlatformSummary(platform, kratix.snapshot(platform.name), {
            health: kratix.health(platform.name),
            isEveryRequestReadable: isAllReadable,
            select,
          }),
        ),
      }),
    );
  };
}
