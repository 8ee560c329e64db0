import type { RequestHandler } from 'express';
import {
  kratixRequestReadPermission,
  requestListQuerySchema,
  requestListResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findRequestGaps } from '../lists/findGaps';
import {
  credentialsOf,
  indexPlatforms,
  type ListContext,
} from '../lists/ListContext';
import { parseInput } from './parseInput';
import { queryRequests } from '../lists/queryRequests';
import { readableRequests, toRow } from '../lists/readableRequests';

/**
 * `GET /requests`
 * @internal
 */
export function getRequests(context: ListContext): RequestHandler {
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    const access = await context.authorizer.requireForRequests(
      kratixRequestReadPermission,
      credentials,
    );
    const query = parseInput(requestListQuerySchema, req.query);
    const isPlatform = oneOf(query.platform);
    const isPromise = oneOf(query.promise);

    const indexes = await indexPlatforms(context, isPlatform);
    const { items, ...page } = queryRequests(
      indexes.flatMap(index => readableRequests(index, access, isPromise)),
      query,
    );
    const indexOf = new Map(
      indexes.map(index => [index.platform.name, index] as const),
    );
    res.json(
      requestListResponseSchema.parse({
        ...page,
        items: items.flatMap(item => {
          const index = indexOf.get(item.row.ref.platform);
          return index ? [toRow(item, index)] : [];
        }),
        offset: query.offset,
        limit: query.limit,
        gaps: indexes.flatMap(({ platform, snapshot }) =>
          findRequestGaps(platform, snapshot, isPromise),
        ),
      }),
    );
  };
}

/** An empty choice is every one. */
function oneOf(names: readonly string[]) {
  return (name: string) => names.length === 0 || names.includes(name);
}
