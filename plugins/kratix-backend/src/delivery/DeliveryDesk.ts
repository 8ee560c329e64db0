import {
  deliveryFileResponseSchema,
  deliveryPaths,
  deliveryResponseSchema,
  eventsResponseSchema,
  explainDelivery,
  foldEvents,
  type DeliveryFileQuery,
  type DeliveryFileResponse,
  type DeliveryResponse,
  type DeliverySubject,
  type EventsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  explainRefusal,
  type DeliveryClient,
  type KratixService,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { toFileResponse } from '../responses/toFileResponse';
import { BriefMemory } from '../state/BriefMemory';
import { findStores, itemsOf } from '../state/findStores';
import type { FoundSubject } from './findSubject';

/** The page has something to say without the cluster, and must not spin. */
const TIMEOUT_MS = 12_000;
/** A page lists no more; the newest are kept. */
const MOST_EVENTS = 500;

/**
 * Answers questions about deliveries of subjects that the person may read. Asks the cluster as the portal
 * (docs/adr/0012): who may read a request need not have rights on Works in the cluster.
 * @internal
 */
export class DeliveryDesk {
  private readonly memory: BriefMemory;

  constructor(
    private readonly options: {
      readonly kratix: KratixService;
      readonly nowMs: () => number;
    },
  ) {
    this.memory = new BriefMemory(options.nowMs);
  }

  async picture(
    subject: DeliverySubject,
    { platform, snapshot, target }: FoundSubject,
  ): Promise<DeliveryResponse> {
    const { delivery, readAt } = await this.memory.recall(
      deliveryPaths.delivery(subject),
      async () => ({
        delivery: await explainRefusal(
          this.client(platform).read(target, limit()),
        ),
        readAt: this.now(),
      }),
    );
    return deliveryResponseSchema.parse({
      ...explainDelivery(delivery, {
        destinations: itemsOf(snapshot.destinations),
        stores: findStores(snapshot),
      }),
      isComplete: delivery.isComplete,
      readAt,
    });
  }

  async file(
    { platform, target }: FoundSubject,
    address: DeliveryFileQuery,
  ): Promise<DeliveryFileResponse> {
    const file = await explainRefusal(
      this.client(platform).readFile(target, address, limit()),
    );
    return deliveryFileResponseSchema.parse(toFileResponse(address.path, file));
  }

  async events(
    subject: DeliverySubject,
    { platform, target }: FoundSubject,
  ): Promise<EventsResponse> {
    return this.memory.recall(deliveryPaths.events(subject), async () => {
      const { events, isComplete } = await explainRefusal(
        this.client(platform).readEvents(target, limit()),
      );
      const folded = foldEvents(events);
      return eventsResponseSchema.parse({
        events: folded.slice(0, MOST_EVENTS),
        isComplete: isComplete && folded.length <= MOST_EVENTS,
        readAt: this.now(),
      });
    });
  }

  private client(platform: string): DeliveryClient {
    return this.options.kratix.deliveries(platform, { type: 'portal' });
  }

  private now(): string {
    return new Date(this.options.nowMs()).toISOString();
  }
}

function limit(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(TIMEOUT_MS) };
}
