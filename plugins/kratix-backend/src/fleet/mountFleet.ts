import type { Router } from 'express';
import type { ListContext } from '../lists/ListContext';
import { readsJson } from '../operations/readBody';
import type { RouteContext } from '../routes/RouteContext';
import { getFleet } from './getFleet';
import { postImpact } from './postImpact';
import { PromiseComparisons } from './PromiseComparisons';

/**
 * The routes about several platforms at once; their shapes are `contracts/fleet` and `contracts/impact`.
 * @internal
 */
export function mountFleet(
  router: Router,
  lists: ListContext & RouteContext,
): void {
  const context = { ...lists, comparisons: new PromiseComparisons() };
  router.get('/fleet', getFleet(context));
  router.post(
    '/promises/:platform/:promise/impact',
    readsJson(),
    postImpact(context),
  );
}
