import type { RequestHandler } from 'express';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { readRequest } from '../state/readRequest';
import type { RouteContext } from './RouteContext';

/**
 * `GET /requests/:platform/:promise/:namespace/:name`
 * @internal
 */
export function getRequest(
  context: RouteContext,
): RequestHandler<{ [key in keyof RequestRef]: string }> {
  return async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { platform, promise, namespace, name } = req.params;
    const ref = { platform, promise, namespace, name };
    res.json(await readRequest(ref, credentials, context));
  };
}
