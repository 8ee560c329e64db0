import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ResourceRequest } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Actor,
  Delivery,
  RequestClient,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { BriefMemory } from './BriefMemory';

/** Pages of one request ask every few seconds each; the cluster is asked once for all of them. */
const KEPT_MS = 4_000;
/** A platform that refuses or does not answer is left alone for longer. */
const FAILURE_KEPT_MS = 20_000;
/** The page waits for this, and has something to say without it. */
const TIMEOUT_MS = 5_000;

/**
 * Deliveries of single requests, for their phase. Asks the cluster as the portal: the person was authorised
 * to read the request, and sees no more than its phase.
 * @internal
 */
export class DeliveryReader {
  private readonly memory: BriefMemory;
  private readonly failing = new Set<string>();

  constructor(
    private readonly options: {
      readonly kratix: {
        requests(
          platform: string,
          actor: Actor,
        ): Pick<RequestClient, 'getDelivery'>;
      };
      readonly logger: LoggerService;
      readonly nowMs: () => number;
    },
  ) {
    this.memory = new BriefMemory(options.nowMs);
  }

  /** Undefined when it cannot be told now: the phase then says less, never something else. */
  read(
    platform: string,
    request: ResourceRequest,
  ): Promise<Delivery | undefined> {
    const { promiseName, namespace, name, resourceVersion } = request;
    const key = [platform, promiseName, namespace, name].join('/');
    return this.memory.recall(key, () => this.fetch(platform, request), {
      version: resourceVersion,
      keptMs: delivery => (delivery ? KEPT_MS : FAILURE_KEPT_MS),
    });
  }

  private async fetch(
    platform: string,
    { promiseName, namespace, name }: ResourceRequest,
  ): Promise<Delivery | undefined> {
    try {
      const delivery = await this.options.kratix
        .requests(platform, { type: 'portal' })
        .getDelivery(
          { promise: promiseName, namespace, name },
          { signal: AbortSignal.timeout(TIMEOUT_MS) },
        );
      this.failing.delete(platform);
      return delivery;
    } catch (error) {
      this.reportOnce(platform, error);
      return undefined;
    }
  }

  private reportOnce(platform: string, error: unknown): void {
    if (this.failing.has(platform)) {
      return;
    }
    this.failing.add(platform);
    this.options.logger.warn(
      'Works and WorkPlacements cannot be read, so pages cannot tell why a request is not delivered; allow the portal to list them',
      { platform, error: isError(error) ? error.message : String(error) },
    );
  }
}
