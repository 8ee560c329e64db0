import {
  kratixPlatformReadPermission,
  namespacesQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import type { OperationRouteContext } from '../operations/OperationRouteContext';
import { parseInput } from './parseInput';
import { resolveActor } from '../operations/resolveActor';
import { findOrderNamespaces } from '../responses/findOrderNamespaces';
import { toNamespacesResponse } from '../responses/toNamespacesResponse';
import { lookUpNamespaces } from '../state/lookUp';
import { NamespaceJudge } from './NamespaceJudge';

/**
 * `GET /namespaces/:platform`, and for a Promise only those in which the person may order it.
 * @internal
 */
export function getNamespaces(
  context: OperationRouteContext,
): RequestHandler<{ platform: string }> {
  const { httpAuth, authorizer, kratix, userInfo } = context;
  const judge = new NamespaceJudge({ ...context, nowMs: Date.now });
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);

    const { promise } = parseInput(namespacesQuerySchema, req.query);
    const platform = kratix.platform(req.params.platform);
    const known = lookUpNamespaces(kratix.snapshot(platform.name));
    const names = findOrderNamespaces(known, platform);
    if (promise === undefined) {
      res.json(toNamespacesResponse(names));
      return;
    }
    const person = await httpAuth.credentials(req, { allow: ['user'] });
    const { allowed, unjudged } = await judge.judge(
      { platform, promise, namespaces: names },
      {
        credentials: person,
        findActor: () =>
          resolveActor(req, { credentials: person, platform, userInfo }),
      },
    );
    res.json(
      toNamespacesResponse(allowed, {
        withheld: names.length - allowed.length,
        unjudged,
      }),
    );
  };
}
