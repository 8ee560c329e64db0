import type { RequestHandler } from 'express';
import {
  compareNames,
  kratixPromiseReadPermission,
  offersResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findPromiseGaps } from '../lists/findGaps';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatforms,
  type ListContext,
} from '../lists/ListContext';
import { toOffer } from '../lists/toOffer';

/**
 * `GET /promises`
 * @internal
 */
export function getOffers(context: ListContext): RequestHandler {
  const { authorizer, select } = context;
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const access = await findRequestAccess(context, credentials);
    const indexes = await indexPlatforms(context);
    res.json(
      offersResponseSchema.parse({
        offers: indexes.flatMap(index => {
          const { promises } = index.snapshot;
          return promises.state === 'synced'
            ? promises.items
                .map(promise => toOffer(promise, index, { access, select }))
                .sort((a, b) => compareNames(a.title, b.title))
            : [];
        }),
        gaps: indexes.flatMap(({ platform, snapshot }) =>
          findPromiseGaps(platform, snapshot),
        ),
      }),
    );
  };
}
