import path from 'node:path';
import { WorkQueue } from '../controller/WorkQueue';
import { loadManifests } from '../manifests/loadManifests';
import { readManifests } from '../manifests/readManifests';
import {
  cachePromise,
  cacheRequest,
  destination,
  startPlatform,
} from '../testing/startPlatform';

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
    const directory = path.resolve(__dirname, '../../../../../examples');
    const loading = loadManifests(
      platform.cluster,
      await readManifests(directory),
    );
    // By then what the examples let wait has gone on, too.
    await platform.clock.advance(20 * minuteMs);
    await loading;
    const seen = observe(platform);

    await platform.clock.advance(10 * minuteMs);

    // The Destination whose store refuses, and what is to go there: every 15 s. A Promise that lacks another, its
    // request, and a Work without Destination: once a minute. Room for one run that is due.
    expect(seen.looks).toBeLessThan(2 * 40 + 3 * 10 + 60);
    expect(seen.events).toBeLessThan(40 + 60);
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
