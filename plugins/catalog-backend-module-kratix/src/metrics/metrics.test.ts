import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { PlatformHealth } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Mutation } from '../plan/mutation/Mutation';
import { dev } from '../__testUtils__/platformState';
import { ProblemBoard } from '../problems/ProblemBoard';
import { observeProblems } from './observeProblems';
import { observeWatches } from './observeWatches';
import { SyncMetrics } from './SyncMetrics';

const counts = { lists: 1, connects: 2, events: 3, failures: 4 };
const health: PlatformHealth = {
  state: 'degraded',
  confirmedAt: '2026-08-20T10:00:00Z',
  watches: [
    {
      collection: 'promises.platform.kratix.io',
      state: 'live',
      objects: 5,
      ...counts,
    },
    {
      collection: 'rediss.example.com',
      promise: 'redis',
      state: 'unknown',
      ...counts,
    },
  ],
};

describe('observeWatches', () => {
  it('reports each platform and each watch, and what is unknown as nothing', async () => {
    const seen = collect(metrics =>
      observeWatches(metrics, { platforms: [dev], health: () => health }, () =>
        Date.parse('2026-08-20T10:01:30Z'),
      ),
    );
    const promises = {
      platform: 'dev',
      collection: 'promises.platform.kratix.io',
    };
    const requests = {
      platform: 'dev',
      collection: 'rediss.example.com',
      promise: 'redis',
    };

    expect(seen).toEqual({
      'kratix.platform.reachable': [[1, { platform: 'dev' }]],
      'kratix.platform.silence': [[90, { platform: 'dev' }]],
      'kratix.watch.live': [
        [1, promises],
        [0, requests],
      ],
      'kratix.watch.objects': [[5, promises]],
      'kratix.watch.lists': [
        [1, promises],
        [1, requests],
      ],
      'kratix.watch.connects': [
        [2, promises],
        [2, requests],
      ],
      'kratix.watch.events': [
        [3, promises],
        [3, requests],
      ],
      'kratix.watch.failures': [
        [4, promises],
        [4, requests],
      ],
    });
  });

  it('does not take a platform that nothing is known of for one that was just heard', () => {
    const seen = collect(metrics =>
      observeWatches(
        metrics,
        {
          platforms: [dev],
          health: () => ({ state: 'connecting', watches: [] }),
        },
        () => 0,
      ),
    );

    expect(seen).toEqual({
      'kratix.platform.reachable': [[0, { platform: 'dev' }]],
    });
  });
});

describe('observeProblems', () => {
  it('counts by reason, also when there is none', () => {
    const board = new ProblemBoard();
    const problem = { platform: 'dev', kind: 'Redis', name: 'a', message: '' };
    board.add('dev', () => [
      { ...problem, code: 'entity-refused' },
      { ...problem, code: 'entity-refused' },
      // Others tell that.
      { ...problem, code: 'unusable-annotation' },
    ]);

    const seen = collect(metrics => observeProblems(metrics, board));

    expect(seen['kratix.catalog.problems']).toEqual([
      [0, { platform: 'dev', code: 'removals-refused' }],
      [0, { platform: 'dev', code: 'transformer-failed' }],
      [2, { platform: 'dev', code: 'entity-refused' }],
      [0, { platform: 'dev', code: 'entity-taken' }],
      [0, { platform: 'dev', code: 'transformer-left-out' }],
    ]);
  });
});

describe('SyncMetrics', () => {
  const numbers = {
    planned: 9,
    added: 1,
    changed: 2,
    removed: 0,
    refused: 0,
    unknownSlices: [],
    staleSlices: [],
  };

  it('counts what was sent, and what was refused', () => {
    const metrics = metricsServiceMock.mock();
    const added: unknown[][] = [];
    const instrument = (name: string) => ({
      add: (...values: unknown[]) => void added.push([name, ...values]),
      record: (...values: unknown[]) => void added.push([name, ...values]),
    });
    metrics.createCounter.mockImplementation(instrument);
    metrics.createHistogram.mockImplementation(instrument);
    const sync = new SyncMetrics(metrics);

    const delta: Mutation = {
      type: 'delta',
      reason: 'objects-changed',
      numbers,
      upserts: [],
      removals: [],
    };
    sync.record('dev', delta, 250);
    sync.record(
      'dev',
      {
        type: 'skip',
        reason: 'removals-refused',
        numbers: { ...numbers, refused: 12 },
      },
      10,
    );

    const platform = 'dev';
    expect(added).toEqual([
      ['kratix.catalog.mutations', 1, { platform, type: 'delta' }],
      ['kratix.catalog.sync.duration', 0.25, { platform, type: 'delta' }],
      ['kratix.catalog.entities', 1, { platform, change: 'added' }],
      ['kratix.catalog.entities', 2, { platform, change: 'changed' }],
      ['kratix.catalog.removals.refused', 12, { platform }],
    ]);
  });
});

/** What a collector would get, by the name of the instrument. */
function collect(
  register: (metrics: MetricsService) => void,
): Record<string, unknown[]> {
  const seen: Record<string, unknown[]> = {};
  const callbacks: (() => void)[] = [];
  const create = (name: string) => ({
    addCallback: (callback: (result: never) => unknown) =>
      void callbacks.push(() =>
        callback({
          observe: (value: number, attributes: object) => {
            seen[name] = [...(seen[name] ?? []), [value, attributes]];
          },
        } as never),
      ),
    removeCallback: () => undefined,
  });
  const metrics = metricsServiceMock.mock();
  metrics.createObservableGauge.mockImplementation(create);
  metrics.createObservableCounter.mockImplementation(create);
  register(metrics);
  callbacks.forEach(callback => callback());
  return seen;
}
