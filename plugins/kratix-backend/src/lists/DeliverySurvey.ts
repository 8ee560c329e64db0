import { isDeepStrictEqual } from 'node:util';
import {
  derivePhase,
  isDeliveryPhase,
  type PhaseContext,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliveryReader } from '../state/DeliveryReader';

/** Maximum delivery reads triggered by one list. */
const MOST_READS = 20;
const AT_ONCE = 4;
/** Nothing tells when a Destination turns up, so what is known is asked for again. */
const KEPT_MS = 30_000;
/** A list has something to say without them. */
const PATIENCE_MS = 1_500;

type KnownDelivery = Pick<PhaseContext, 'works' | 'workPlacements'>;

/**
 * Why requests are not delivered, for lists: the Works of those few whose own conditions leave it open
 * (`isDeliveryPhase`), so that a list says "Nowhere to go" where the request's page says it. Bounded:
 * what is not read yet says "Delivering", and is read with a later list.
 * @internal
 */
export class DeliverySurvey {
  private readonly surveyed = new WeakMap<
    ResourceRequest,
    { readonly delivery: KnownDelivery | undefined; readonly atMs: number }
  >();
  private changes = 0;

  constructor(
    private readonly options: {
      readonly deliveries: Pick<DeliveryReader, 'read'>;
      readonly nowMs: () => number;
    },
  ) {}

  /** Changes whenever something else is known. */
  get version(): number {
    return this.changes;
  }

  known(request: ResourceRequest): KnownDelivery | undefined {
    return this.surveyed.get(request)?.delivery;
  }

  /** Looks again at what is due, and waits for it a little. */
  async refresh(snapshot: PlatformSnapshot): Promise<void> {
    const due = findDeliveryRequests(snapshot)
      .map(request => ({
        request,
        atMs: this.surveyed.get(request)?.atMs ?? 0,
      }))
      .filter(({ atMs }) => this.options.nowMs() - atMs >= KEPT_MS)
      .sort((a, b) => a.atMs - b.atMs)
      .slice(0, MOST_READS)
      .map(({ request }) => request);
    if (due.length === 0) {
      return;
    }
    await withinPatience(this.readAll(snapshot.platform, due));
  }

  private async readAll(
    platform: string,
    requests: readonly ResourceRequest[],
  ): Promise<void> {
    const left = [...requests];
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        await this.read(platform, next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async read(
    platform: string,
    request: ResourceRequest,
  ): Promise<void> {
    const before = this.surveyed.get(request);
    // Marked before the answer: lists that come meanwhile do not ask as well.
    const atMs = this.options.nowMs();
    this.surveyed.set(request, { delivery: before?.delivery, atMs });
    const found = await this.options.deliveries.read(platform, request);
    // Silence does not make what was known untrue, and the same again is no news.
    const news = found && {
      works: found.works,
      workPlacements: found.workPlacements,
    };
    if (news && !isDeepStrictEqual(news, before?.delivery)) {
      this.surveyed.set(request, { delivery: news, atMs });
      this.changes += 1;
    }
  }
}

/** Found once for each snapshot: lists are asked for more often than anything changes. */
function findDeliveryRequests(
  snapshot: PlatformSnapshot,
): readonly ResourceRequest[] {
  const known = waiting.get(snapshot);
  if (known) {
    return known;
  }
  const found = [...snapshot.requests.values()].flatMap(collection =>
    collection.state === 'synced'
      ? collection.items.filter(request =>
          isDeliveryPhase(derivePhase(request).phase),
        )
      : [],
  );
  waiting.set(snapshot, found);
  return found;
}

const waiting = new WeakMap<PlatformSnapshot, readonly ResourceRequest[]>();

async function withinPatience(work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const patience = new Promise<void>(resolve => {
    const timeout = setTimeout(resolve, PATIENCE_MS);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  await Promise.race([work, patience]);
  timer.abort();
}
