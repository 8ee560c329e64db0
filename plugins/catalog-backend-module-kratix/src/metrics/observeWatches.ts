import type {
  MetricAttributes,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import type {
  KratixService,
  PlatformHealth,
  WatchHealth,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Offers how well each platform can be read as metrics, watch by watch. Read when they are collected: that
 * costs nothing while nobody asks. Their names are documented in docs/catalog.md.
 * @internal
 */
export function observeWatches(
  metrics: MetricsService,
  kratix: Pick<KratixService, 'platforms' | 'health'>,
  nowMs: () => number,
): void {
  const healths = () =>
    kratix.platforms.map(({ name }) => ({
      platform: name,
      health: kratix.health(name),
    }));
  for (const { name, unit, description, read } of platformGauges) {
    metrics
      .createObservableGauge(name, { unit, description })
      .addCallback(result => {
        for (const { platform, health } of healths()) {
          const value = read(health, nowMs());
          if (value !== undefined) {
            result.observe(value, { platform });
          }
        }
      });
  }
  for (const { kind, name, unit, description, read } of watchInstruments) {
    const instrument =
      kind === 'gauge'
        ? metrics.createObservableGauge(name, { unit, description })
        : metrics.createObservableCounter(name, { unit, description });
    instrument.addCallback(result => {
      for (const { platform, health } of healths()) {
        for (const watch of health.watches) {
          const value = read(watch);
          if (value !== undefined) {
            result.observe(value, attributesOf(platform, watch));
          }
        }
      }
    });
  }
}

const platformGauges: readonly {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  /** Undefined is not reported: unknown is not zero. */
  readonly read: (health: PlatformHealth, nowMs: number) => number | undefined;
}[] = [
  {
    name: 'kratix.platform.reachable',
    unit: '1',
    description: '1 while the platform answers, else 0',
    read: ({ state }) =>
      state === 'connected' || state === 'degraded' ? 1 : 0,
  },
  {
    name: 'kratix.platform.silence',
    unit: 's',
    description: 'Time since the platform last confirmed what is known of it',
    read: ({ confirmedAt }, nowMs) =>
      confirmedAt === undefined
        ? undefined
        : Math.max(0, nowMs - Date.parse(confirmedAt)) / 1_000,
  },
];

const watchInstruments: readonly {
  readonly kind: 'gauge' | 'counter';
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly read: (watch: WatchHealth) => number | undefined;
}[] = [
  {
    kind: 'gauge',
    name: 'kratix.watch.live',
    unit: '1',
    description: '1 while changes of the collection arrive, else 0',
    read: ({ state }) => (state === 'live' ? 1 : 0),
  },
  {
    kind: 'gauge',
    name: 'kratix.watch.objects',
    unit: '{object}',
    description: 'Objects that are known; not reported while unknown',
    read: ({ objects }) => objects,
  },
  {
    kind: 'counter',
    name: 'kratix.watch.lists',
    unit: '{list}',
    description: 'Complete lists received',
    read: ({ lists }) => lists,
  },
  {
    kind: 'counter',
    name: 'kratix.watch.connects',
    unit: '{connection}',
    description: 'Times that the stream of changes was opened',
    read: ({ connects }) => connects,
  },
  {
    kind: 'counter',
    name: 'kratix.watch.events',
    unit: '{event}',
    description: 'Objects received as changed or removed',
    read: ({ events }) => events,
  },
  {
    kind: 'counter',
    name: 'kratix.watch.failures',
    unit: '{failure}',
    description: 'Times that a list or watch failed',
    read: ({ failures }) => failures,
  },
];

function attributesOf(
  platform: string,
  { collection, promise }: WatchHealth,
): MetricAttributes {
  return { platform, collection, ...(promise && { promise }) };
}
