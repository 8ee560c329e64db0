// Step 7 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-common/src/model/phase/derivePhase.ts
// Next: plugins/kratix/src/hooks/useRequest.ts
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
