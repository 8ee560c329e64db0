import type { RequestHandler } from 'express';
import {
  kratixPromiseReadPermission,
  promiseAboutResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatform,
  type ListContext,
} from '../lists/ListContext';
import { toPromiseAbout } from '../lists/toPromiseAbout';
import { lookUpPromise } from '../state/lookUp';

/**
 * `GET /promises/:platform/:promise/about`
 * @internal
 */
export function getPromiseAbout(
  context: ListContext,
): RequestHandler<{ platform: string; promise: string }> {
  const { authorizer, kratix, survey, select } = context;
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const access = await findRequestAccess(context, credentials);

    const platform = kratix.platform(req.params.platform);
    const snapshot = kratix.snapshot(platform.name);
    const { value } = lookUpPromise(snapshot, req.params.promise);
    await survey.refresh(snapshot);
    res.json(
      promiseAboutResponseSchema.parse(
        toPromiseAbout(value, indexPlatform(context, platform), {
          access,
          select,
        }),
      ),
    );
  };
}
