import { sandboxPrefix } from '../behaviour/behaviour';
import { WorkQueue } from '../controller/WorkQueue';
import {
  cachePromise,
  cacheRequest,
  destination,
  sizedCrd,
  startPlatform,
} from '../testing/startPlatform';
import { platformApiVersion } from '../vocabulary/resources';

const minuteMs = 60_000;

describe('an idle platform', () => {
  afterEach(() => jest.restoreAllMocks());

  it('does nothing at all once everything is ready', async () => {
    const platform = startPlatform();
    platform.apply(...destination('worker', {}), cachePromise());
    await platform.clock.advance(minuteMs);
    platform.apply(cacheRequest());
    await platform.clock.advance(5 * minuteMs);
    const seen = observe(platform);

    await platform.clock.advance(60 * minuteMs);

    expect(seen).toEqual({ events: 0, looks: 0 });
    platform.close();
  });

  it('looks again at what is not ready only as often as Kratix does', async () => {
    const platform = startPlatform();
    platform.apply(
      ...destination('worker', {}, { [`${sandboxPrefix}fail-writes`]: 'no' }),
      cachePromise(),
      lackingPromise,
    );
    await platform.clock.advance(minuteMs);
    platform.apply(cacheRequest());
    await platform.clock.advance(5 * minuteMs);
    const seen = observe(platform);

    await platform.clock.advance(10 * minuteMs);

    // Two placements and their Destination every 15 s, a Promise that lacks another once a minute.
    expect(seen.looks).toBeLessThanOrEqual(3 * 40 + 10);
    expect(seen.events).toBeLessThanOrEqual(3 * 40);
    platform.close();
  });
});

/** Counts what happens from now on. */
function observe({ cluster }: ReturnType<typeof startPlatform>) {
  const seen = { events: 0, looks: 0 };
  const add = WorkQueue.prototype.add;
  jest
    .spyOn(WorkQueue.prototype, 'add')
    .mockImplementation(function count(this: WorkQueue, key, delayMs = 0) {
      seen.looks += delayMs > 0 ? 0 : 1;
      add.call(this, key, delayMs);
    });
  cluster.subscribe(() => {
    seen.events += 1;
  });
  return seen;
}

const lackingPromise = {
  apiVersion: platformApiVersion,
  kind: 'Promise',
  metadata: { name: 'lacking' },
  spec: {
    api: sizedCrd('Lacking', 'lackings'),
    requiredPromises: [{ name: 'missing' }],
  },
};
