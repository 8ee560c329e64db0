import type { RequestHandler } from 'express';
import { kratixPlatformReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import { toNamespacesResponse } from '../responses/toNamespacesResponse';
import { lookUpNamespaces } from '../state/lookUp';
import type { RouteContext } from './RouteContext';

/**
 * `GET /namespaces/:platform`
 * @internal
 */
export function getNamespaces(
  context: RouteContext,
): RequestHandler<{ platform: string }> {
  const { httpAuth, authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);

    const platform = kratix.platform(req.params.platform);
    const namespaces = lookUpNamespaces(kratix.snapshot(platform.name));
    res.json(toNamespacesResponse(namespaces, platform));
  };
}
