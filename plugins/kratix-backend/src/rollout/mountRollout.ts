import type { Router } from 'express';
import type { ListContext } from '../lists/ListContext';
import { getCopies } from './getCopies';
import { getRollout } from './getRollout';

/**
 * The routes about versions on one platform, and about ordering the same on another; their shapes are
 * `contracts/rollout` and `contracts/copies`.
 * @internal
 */
export function mountRollout(router: Router, context: ListContext): void {
  router.get('/promises/:platform/:promise/rollout', getRollout(context));
  router.get(
    '/requests/:platform/:promise/:namespace/:name/copies',
    getCopies(context),
  );
}
