import type { RequestHandler } from 'express';
import {
  kratixPlatformReadPermission,
  platformsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isEveryRequestReadable } from '../authorization';
import { findNamespaceProblems } from '../state/findNamespaceProblems';
import { toPlatformSummary } from '../responses/toPlatformSummary';
import { indexPlatform, type ListContext } from '../lists/ListContext';
import type { PlatformIndex } from '../lists/RequestIndex';
import { requestProblems, type PagedProblem } from '../lists/requestProblems';

/**
 * `GET /platforms`
 * @internal
 */
export function getPlatforms(context: ListContext): RequestHandler {
  const { httpAuth, authorizer, kratix, select } = context;
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
            requestProblems: isAllReadable
              ? listProblems(indexPlatform(context, platform))
              : [],
          }),
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
