import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { backoffDelay } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Asks until it is answered. The catalog's API does not answer before the whole backend has started, so
 * the first failures are ordinary.
 * @internal
 */
export async function learnBaseline<T>(options: {
  fetch(): Promise<T>;
  accept(baseline: T): void;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { fetch, accept, logger, signal } = options;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      accept(await fetch());
      return;
    } catch (error) {
      const level = attempt === WORRYING_ATTEMPT ? 'warn' : 'debug';
      logger[level](
        'Cannot ask the catalog what it holds; until it answers, nothing is removed that went while the backend was down',
        toError(error),
      );
    }
    const delayMs = backoffDelay({
      failures: attempt,
      minMs: 500,
      maxMs: 60_000,
      random: Math.random,
    });
    await delay(delayMs, undefined, { signal, ref: false }).catch(
      () => undefined,
    );
  }
}

const WORRYING_ATTEMPT = 6;
