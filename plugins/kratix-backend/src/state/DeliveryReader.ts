import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ResourceRequest } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Actor,
  Delivery,
  RequestClient,
} from '@kratix-portal/backstage-plugin-kratix-node';

/** Pages of one request ask every few seconds each; the cluster is asked once for all of them. */
const KEPT_MS = 4_000;
/** A platform that refuses or does not answer is left alone for longer. */
const FAILURE_KEPT_MS = 20_000;
/** The page waits for this, and has something to say without it. */
const TIMEOUT_MS = 5_000;
const MOST_ENTRIES = 500;

interface Entry {
  readonly resourceVersion: string;
  readonly delivery: Promise<Delivery | undefined>;
  /** Absent while the question is open. */
  readonly expiresAtMs?: number;
}

/**
 * Deliveries of single requests, for their phase. Asks the cluster as the portal: the person was authorised
 * to read the request, and sees no more than its phase.
 * @internal
 */
export class DeliveryReader {
  private readonly entries = new Map<string, Entry>();
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
  ) {}

  /** Undefined when it cannot be told now: the phase then says less, never something else. */
  read(
    platform: string,
    request: ResourceRequest,
  ): Promise<Delivery | undefined> {
    const { promiseName, namespace, name, resourceVersion } = request;
    const key = [platform, promiseName, namespace, name].join('/');
    const known = this.entries.get(key);
    if (known?.resourceVersion === resourceVersion && !this.isExpired(known)) {
      return known.delivery;
    }
    this.makeRoom();
    const entry: Entry = {
      resourceVersion,
      delivery: this.fetch(platform, request).then(delivery => {
        // Unless a newer version of the request was asked for meanwhile.
        if (this.entries.get(key) === entry) {
          const keptMs = delivery ? KEPT_MS : FAILURE_KEPT_MS;
          const expiresAtMs = this.options.nowMs() + keptMs;
          this.entries.set(key, { ...entry, expiresAtMs });
        }
        return delivery;
      }),
    };
    this.entries.set(key, entry);
    return entry.delivery;
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

  private isExpired({ expiresAtMs }: Entry): boolean {
    return expiresAtMs !== undefined && expiresAtMs <= this.options.nowMs();
  }

  private makeRoom(): void {
    for (const [key, entry] of this.entries) {
      if (this.isExpired(entry) || this.entries.size >= MOST_ENTRIES) {
        this.entries.delete(key);
      }
    }
  }
}
