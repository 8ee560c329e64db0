import type { RequestHandler } from 'express';
import {
  kratixPlatformReadPermission,
  platformsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isEveryRequestReadable } from '../authorization';
import { findNamespaceProblems } from '../state/findNamespaceProblems';
import { toPlatformSummary } from '../responses/toPlatformSummary';
import type { RouteContext } from './RouteContext';
import { indexPlatform, type ListContext } from '../lists/ListContext';
import type { PlatformIndex } from '../lists/RequestIndex';
import { requestProblems, type PagedProblem } from '../lists/requestProblems';

/**
 * `GET /platforms`
 * @internal
 */
export function getPlatforms(
  context: ListContext & Pick<RouteContext, 'catalogProblems'>,
): RequestHandler {
  const { httpAuth, authorizer, kratix, select, catalogProblems } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);
    const isAllReadable = await isEveryRequestReadable(authorizer, credentials);
    res.json(
      platformsResponseSchema.parse({
        platforms: await Promise.all(
          kratix.platforms.map(async platform =>
            toPlatformSummary(platform, kratix.snapshot(platform.name), {
              health: kratix.health(platform.name),
              isEveryRequestReadable: isAllReadable,
              select,
              requestProblems: isAllReadable
                ? listProblems(indexPlatform(context, platform))
                : [],
              catalogProblems: await catalogProblems.find(platform.name),
            }),
          ),
        ),
      }),
    );
  };
}

function listProblems({ snapshot, requests }: PlatformIndex): PagedProblem[] {
  return [
    ...findNamespaceProblems(snapshot),
    ...[...requests.values()].flat().flatMap(requestProblems),
  ];
}
