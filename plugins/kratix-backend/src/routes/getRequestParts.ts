import type { RequestHandler } from 'express';
import {
  collectParts,
  compareNames,
  kratixRequestReadPermission,
  partKey,
  requestPartsResponseSchema,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { IndexedRequest } from '../lists/IndexedRequest';
import {
  credentialsOf,
  indexPlatform,
  type ListContext,
} from '../lists/ListContext';
import { toRow } from '../lists/readableRequests';
import { indexParts } from '../lists/RequestIndex';
import { readRequest } from '../state/readRequest';
import type { RouteContext } from './RouteContext';

/** A compound that is larger than this is no longer read as a tree. */
const most = { depth: 5, count: 100 };

/**
 * `GET /requests/:platform/:promise/:namespace/:name/parts`
 * @internal
 */
export function getRequestParts(
  context: ListContext & Pick<RouteContext, 'deliveries'>,
): RequestHandler<{ [key in keyof RequestRef]: string }> {
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    const { platform: platformName, promise, namespace, name } = req.params;
    const ref = { platform: platformName, promise, namespace, name };
    // Refuses what the page of the request refuses.
    await readRequest(ref, credentials, context);
    const access = await context.authorizer.requireForRequests(
      kratixRequestReadPermission,
      credentials,
    );
    const platform = context.kratix.platform(platformName);
    await context.survey.refresh(context.kratix.snapshot(platform.name));

    const index = indexPlatform(context, platform);
    const partsOf = indexParts(index);
    const isReadable = ({ permissioned }: IndexedRequest) =>
      access.isAllowed(permissioned);
    const own = find(index.requests.get(promise), ref);
    const { parts, isCut } = collectParts<IndexedRequest | undefined>(
      own,
      request =>
        request
          ? (partsOf.get(keyOf(request)) ?? []).filter(isReadable).sort(byTitle)
          : [],
      { keyOf: request => (request ? keyOf(request) : ''), most },
    );
    res.json(
      requestPartsResponseSchema.parse({
        parents: (own?.parents ?? [])
          .flatMap(
            parent => find(index.requests.get(parent.promise), parent) ?? [],
          )
          .filter(isReadable)
          .map(parent => toRow(parent, index)),
        parts: parts.flatMap(({ value, depth }) =>
          value ? [{ request: toRow(value, index), depth }] : [],
        ),
        isCut,
      }),
    );
  };
}

function find(
  requests: readonly IndexedRequest[] | undefined,
  { namespace, name }: { namespace: string; name: string },
): IndexedRequest | undefined {
  return requests?.find(
    ({ row: { ref } }) => ref.namespace === namespace && ref.name === name,
  );
}

function keyOf({ row }: IndexedRequest): string {
  return partKey(row.ref);
}

function byTitle(a: IndexedRequest, b: IndexedRequest): number {
  return compareNames(a.row.title, b.row.title);
}
