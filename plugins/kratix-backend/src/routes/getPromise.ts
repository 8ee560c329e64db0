import type { RequestHandler } from 'express';
import { kratixPromiseReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import { isEveryRequestReadable } from '../authorization';
import { toPromiseResponse } from '../responses/toPromiseResponse';
import { countPhases } from '../state/countPhases';
import { lookUpPromise } from '../state/lookUp';
import type { RouteContext } from './RouteContext';

/**
 * `GET /promises/:platform/:promise`
 * @internal
 */
export function getPromise(
  context: RouteContext,
): RequestHandler<{ platform: string; promise: string }> {
  const { httpAuth, authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPromiseReadPermission, credentials);

    const platform = kratix.platform(req.params.platform);
    const snapshot = kratix.snapshot(platform.name);
    const found = lookUpPromise(snapshot, req.params.promise);
    const phases = (await isEveryRequestReadable(authorizer, credentials))
      ? countPhases(snapshot, found.value.name)
      : undefined;
    res.json(toPromiseResponse(found, platform, phases));
  };
}
