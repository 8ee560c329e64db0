import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
  reviewQuerySchema,
  type DeliveryRepository,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createPullRequestClient,
  type OpenPullRequests,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Router } from 'express';
import { unlessDenied } from '../authorization';
import { BriefMemory } from '../state/BriefMemory';
import { parseInput } from '../routes/parseInput';
import type { RouteContext } from '../routes/RouteContext';
import { toReviewsResponse } from './toReviewsResponse';

/** A forge counts what it is asked. */
const KEPT_MS = 15_000;

/**
 * `GET /pull-requests`: what waits for review on a platform, of that which the person may read. The forges
 * keep the lists; nothing is remembered here but their last answers, for some seconds.
 * @internal
 */
export function mountReviews(router: Router, context: RouteContext): void {
  const memory = new BriefMemory(Date.now, KEPT_MS);
  // Orders and promotions may share a repository: it is asked once.
  const recall = (repository: DeliveryRepository | undefined) =>
    repository
      ? memory.recall(nameOf(repository), () =>
          listOpen(context.rootConfig, repository),
        )
      : Promise.resolve(nothing);
  router.get('/pull-requests', async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const access = await context.authorizer.requireForRequests(
      kratixRequestReadPermission,
      credentials,
    );
    const filter = parseInput(reviewQuerySchema, req.query);
    const platform = context.kratix.platform(filter.platform);
    const { delivery } = platform;
    const promotionRepository =
      filter.name === undefined
        ? await findPromotions(platform, credentials, context)
        : undefined;
    const reviewed =
      delivery.mode === 'pull-request' ? delivery.repository : undefined;
    const promoted = recall(promotionRepository);
    const [orders, promotions] = await Promise.all([
      recall(reviewed),
      // Two forges may serve a platform: the silence of one does not hide what the other has.
      reviewed ? promoted.catch(toSilence) : promoted,
    ]);
    res.json(
      toReviewsResponse(
        { orders, promotions },
        {
          ...{ platform, filter, access, promotionRepository },
          snapshot: context.kratix.snapshot(platform.name),
        },
      ),
    );
  });
}

const nothing: OpenPullRequests = { items: [], isComplete: true };

function toSilence(error: unknown): OpenPullRequests & { problem: string } {
  const problem = isError(error) ? error.message : String(error);
  return { items: [], isComplete: false, problem };
}

const nameOf = ({ host, owner, repo, branch }: DeliveryRepository) =>
  JSON.stringify([host, owner, repo, branch]);

/** Where promotions to a platform are reviewed, for those who may read Promises. */
async function findPromotions(
  { promotion }: Platform,
  credentials: BackstageCredentials,
  { authorizer }: RouteContext,
): Promise<DeliveryRepository | undefined> {
  if (promotion?.mode !== 'pull-request') {
    return undefined;
  }
  const isAllowed = await unlessDenied(
    authorizer
      .require(kratixPromiseReadPermission, credentials)
      .then(() => true),
  );
  return isAllowed ? promotion.repository : undefined;
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
