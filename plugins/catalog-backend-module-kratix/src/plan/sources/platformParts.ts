import {
  unversioned,
  type Collection,
  type PlatformSnapshot,
  type PromiseRevision,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { SliceSource } from './buildSlice';
import type { SliceName } from '../EntityPlan';
import { isConfirmed } from '../mutation/isConfirmed';
import type { PlanOptions } from '../PlanOptions';
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
  const { revisions } = snapshot;
  if (revisions.state === 'synced') {
    if (hasVersions(revisions.items)) {
      yield { name: 'rollout', source: rolloutSource(options), madeFrom: [] };
    }
  } else if (!isConfirmed(revisions)) {
    yield { name: 'rollout', source: 'unknown', madeFrom: [revisions] };
  }
  if (promotion) {
    yield { name: 'promotion', source: promotionSource(options), madeFrom: [] };
  }
}

/** Where nothing has a version, there is nothing to roll out. */
function hasVersions(revisions: readonly PromiseRevision[]): boolean {
  return revisions.some(({ version }) => version !== unversioned);
}
