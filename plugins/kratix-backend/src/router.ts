import type { Router } from 'express';
import createRouter from 'express-promise-router';
import { mountDelivery } from './delivery/mountDelivery';
import { mountFleet } from './fleet/mountFleet';
import { mountLists } from './lists/mountLists';
import { mountOperations } from './operations/mountOperations';
import type { OperationRouteContext } from './operations/OperationRouteContext';
import { mountReviews } from './reviews/mountReviews';
import { getHealth } from './routes/getHealth';
import { getNamespaces } from './routes/getNamespaces';
import { getPlatforms } from './routes/getPlatforms';
import { getPromise } from './routes/getPromise';
import { getRequest } from './routes/getRequest';
import { mountRollout } from './rollout/mountRollout';
import { mountWorkflow } from './workflow/mountWorkflow';

/**
 * The routes of `/api/kratix`; their shapes are `contracts/http` of kratix-common.
 * @internal
 */
export function createKratixRouter(context: OperationRouteContext): Router {
  const router = createRouter();
  router.get('/health', getHealth());
  router.get('/namespaces/:platform', getNamespaces(context));
  router.get('/promises/:platform/:promise', getPromise(context));
  router.get(
    '/requests/:platform/:promise/:namespace/:name',
    getRequest(context),
  );
  mountDelivery(router, context);
  const lists = mountLists(router, context);
  router.get('/platforms', getPlatforms(lists));
  mountFleet(router, lists);
  mountRollout(router, lists);
  mountOperations(router, context);
  mountReviews(router, context);
  mountWorkflow(router, context);
  return router;
}
