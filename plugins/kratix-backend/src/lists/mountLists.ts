import { durationToMilliseconds } from '@backstage/types';
import { readKratixConfig } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Router } from 'express';
import { getAttention } from '../routes/getAttention';
import { getOffers } from '../routes/getOffers';
import { getPromiseAbout } from '../routes/getPromiseAbout';
import { getRequestParts } from '../routes/getRequestParts';
import { getRequests } from '../routes/getRequests';
import type { RouteContext } from '../routes/RouteContext';
import { DeliverySurvey } from './DeliverySurvey';
import type { ListContext } from './ListContext';
import { RequestIndex } from './RequestIndex';

/**
 * The routes that list: requests, Promises, parts, and what needs attention. They share one index, which is
 * returned for those that list something else.
 * @internal
 */
export function mountLists(
  router: Router,
  context: RouteContext,
): ListContext & RouteContext {
  const { attention, catalog } = readKratixConfig(context.rootConfig);
  const survey = new DeliverySurvey({
    deliveries: context.deliveries,
    nowMs: Date.now,
  });
  const lists: ListContext & RouteContext = {
    ...context,
    survey,
    index: new RequestIndex({ select: catalog.select, survey }),
    select: catalog.select,
    stuckAfterMs: durationToMilliseconds(attention.stuckAfter),
    now: () => new Date(),
  };
  router.get('/attention', getAttention(lists));
  router.get('/promises', getOffers(lists));
  router.get('/promises/:platform/:promise/about', getPromiseAbout(lists));
  router.get('/requests', getRequests(lists));
  router.get(
    '/requests/:platform/:promise/:namespace/:name/parts',
    getRequestParts(lists),
  );
  return lists;
}
