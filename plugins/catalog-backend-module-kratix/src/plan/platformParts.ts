import type {
  Collection,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { SliceSource } from './buildSlice';
import type { SliceName } from './EntityPlan';
import type { PlanOptions } from './PlanOptions';
import { promotionSource } from './promotionSource';
import { removalSource } from './removalSource';
import { rolloutSource } from './rolloutSource';

/**
 * A slice of the plan, and the collections that its entities are made from.
 * @internal
 */
export interface SlicePart {
  readonly name: SliceName;
  readonly source: SliceSource | 'unknown';
  readonly madeFrom: readonly Collection<unknown>[];
}

/**
 * What follows from how the platform is configured, whatever it offers.
 * @internal
 */
export function* platformParts(
  snapshot: PlatformSnapshot,
  options: PlanOptions,
): Generator<SlicePart> {
  const { delivery, promotion } = options.platform;
  if (delivery.mode === 'pull-request') {
    yield { name: 'removal', source: removalSource(options), madeFrom: [] };
  }
  if (hasVersions(snapshot)) {
    yield { name: 'rollout', source: rolloutSource(options), madeFrom: [] };
  }
  if (promotion) {
    yield { name: 'promotion', source: promotionSource(options), madeFrom: [] };
  }
}

/** Not while it is known that nothing has a version: then there is nothing to roll out. */
function hasVersions({ revisions }: PlatformSnapshot): boolean {
  return (
    revisions.state === 'unknown' ||
    revisions.items.some(({ version }) => version !== 'not-set')
  );
}
