import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  kratixRequestReadPermission,
  reviewQuerySchema,
  type DeliveryRepository,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createPullRequestClient,
  type OpenPullRequests,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Router } from 'express';
import { BriefMemory } from '../delivery/BriefMemory';
import { parseQuery } from '../lists/parseQuery';
import type { RouteContext } from '../routes/RouteContext';
import { toReviewsResponse } from './toReviewsResponse';

/** A forge counts what it is asked. */
const KEPT_MS = 15_000;

/**
 * `GET /pull-requests`: what waits for review on a platform, of that which the person may read. The forge
 * keeps the list; nothing is remembered here but its last answer, for some seconds.
 * @internal
 */
export function mountReviews(router: Router, context: RouteContext): void {
  const memory = new BriefMemory(Date.now, KEPT_MS);
  router.get('/pull-requests', async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const access = await context.authorizer.requireForRequests(
      kratixRequestReadPermission,
      credentials,
    );
    const filter = parseQuery(reviewQuerySchema, req.query);
    const platform = context.kratix.platform(filter.platform);
    const { delivery } = platform;
    const open =
      delivery.mode === 'pull-request'
        ? await memory.recall(platform.name, () =>
            listOpen(context.rootConfig, delivery.repository),
          )
        : { items: [], isComplete: true };
    res.json(
      toReviewsResponse(open, {
        ...{ platform, filter, access },
        snapshot: context.kratix.snapshot(platform.name),
      }),
    );
  });
}

/**
 * Whatever a forge holds against the portal's own credentials says nothing about the person: to them it does
 * not answer.
 */
async function listOpen(
  config: RouteContext['rootConfig'],
  repository: DeliveryRepository,
): Promise<OpenPullRequests> {
  try {
    return await createPullRequestClient(config, repository).list();
  } catch (error) {
    throw new ServiceUnavailableError(
      isError(error) ? error.message : `${repository.host} does not answer`,
      error,
    );
  }
}
