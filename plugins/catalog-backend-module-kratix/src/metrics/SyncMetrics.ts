import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Mutation } from '../plan/mutation/Mutation';

/**
 * Counts what is sent to the catalog. The names are documented in docs/catalog.md.
 * @internal
 */
export class SyncMetrics {
  readonly #mutations;
  readonly #changes;
  readonly #refused;
  readonly #duration;

  constructor(metrics: MetricsService) {
    this.#mutations = metrics.createCounter('kratix.catalog.mutations', {
      unit: '{mutation}',
      description: 'Mutations sent to the catalog',
    });
    this.#changes = metrics.createCounter('kratix.catalog.entities', {
      unit: '{entity}',
      description: 'Entities added, changed or removed by mutations',
    });
    this.#refused = metrics.createCounter('kratix.catalog.removals.refused', {
      unit: '{entity}',
      description: 'Removals that the brake has held back',
    });
    this.#duration = metrics.createHistogram('kratix.catalog.sync.duration', {
      unit: 's',
      description: 'Time to plan, check and send one mutation',
    });
  }

  record(platform: string, mutation: Mutation, durationMs: number): void {
    const { added, changed, removed, refused } = mutation.numbers;
    if (refused > 0) {
      this.#refused.add(refused, { platform });
    }
    if (mutation.type === 'skip') {
      return;
    }
    this.#mutations.add(1, { platform, type: mutation.type });
    this.#duration.record(durationMs / 1_000, {
      platform,
      type: mutation.type,
    });
    for (const [change, count] of Object.entries({ added, changed, removed })) {
      if (count > 0) {
        this.#changes.add(count, { platform, change });
      }
    }
  }
}
