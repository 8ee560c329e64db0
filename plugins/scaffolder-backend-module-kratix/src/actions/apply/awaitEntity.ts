import { setTimeout as delay } from 'node:timers/promises';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WriteContext } from '../WriteContext';

const PATIENCE_MS = 10_000;
const STEP_MS = 500;

/**
 * Waits a little until the catalog holds an entity, so that the link to a new request does not lead to a
 * page that says "not found". The order stands either way: nothing that goes wrong here fails it.
 * @internal
 */
export async function awaitEntity(
  entityRef: string,
  ctx: WriteContext,
  options: { catalog: CatalogService; patienceMs?: number },
): Promise<void> {
  const steps = Math.ceil((options.patienceMs ?? PATIENCE_MS) / STEP_MS);
  for (let step = 0; step <= steps && !ctx.signal?.aborted; step++) {
    if (step > 0) {
      await delay(STEP_MS);
    }
    const answer = await lookFor(entityRef, ctx, options.catalog);
    if (answer === 'there') {
      return;
    }
    if (answer === 'no-answer') {
      break;
    }
  }
  ctx.logger.info('The catalog will show it in a moment');
}

async function lookFor(
  entityRef: string,
  ctx: WriteContext,
  catalog: CatalogService,
): Promise<'there' | 'missing' | 'no-answer'> {
  const credentials = await ctx.getInitiatorCredentials();
  try {
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    return entity ? 'there' : 'missing';
  } catch (error) {
    ctx.logger.debug('The catalog does not answer', toError(error));
    return 'no-answer';
  }
}
