import { mockServices } from '@backstage/backend-test-utils';
import { SyncLoop, type SyncOutcome, type Want } from './SyncLoop';

const FULL: SyncOutcome = { isFullSent: true };
const LESS: SyncOutcome = { isFullSent: false };

describe('SyncLoop', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function create(sync: (want: Want) => Promise<SyncOutcome>) {
    const wants: Want[] = [];
    const loop = new SyncLoop({
      sync: want => {
        wants.push(want);
        return sync(want);
      },
      delayMs: 100,
      healEveryMs: 60_000,
      logger: mockServices.logger.mock(),
      now: Date.now,
      random: () => 0.5,
    });
    loop.start();
    return { loop, wants };
  }

  it('begins with a full sync at once, and then waits', async () => {
    const { wants } = create(async () => FULL);
    await jest.advanceTimersByTimeAsync(50_000);

    expect(wants).toEqual(['full']);
  });

  it('makes one sync of changes that come together', async () => {
    const { loop, wants } = create(async () => FULL);
    await jest.advanceTimersByTimeAsync(1);
    loop.wake();
    loop.wake();
    await jest.advanceTimersByTimeAsync(99);
    loop.wake();
    expect(wants).toEqual(['full']);

    await jest.advanceTimersByTimeAsync(1_000);
    expect(wants).toEqual(['full', 'delta']);
  });

  it('goes on asking for a full sync until one was possible', async () => {
    const outcomes = [LESS, LESS, FULL, FULL];
    const { loop, wants } = create(async () => outcomes.shift() ?? FULL);
    for (let index = 0; index < 3; index += 1) {
      await jest.advanceTimersByTimeAsync(1_000);
      loop.wake();
    }
    await jest.advanceTimersByTimeAsync(1_000);

    expect(wants).toEqual(['full', 'full', 'full', 'delta']);
  });

  it('never syncs twice at once, and catches up on what came meanwhile', async () => {
    let finish: () => void = () => undefined;
    const { loop, wants } = create(
      () =>
        new Promise(resolve => {
          finish = () => resolve(FULL);
        }),
    );
    await jest.advanceTimersByTimeAsync(1);
    loop.wake();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(wants).toEqual(['full']);

    finish();
    await jest.advanceTimersByTimeAsync(100);
    expect(wants).toEqual(['full', 'delta']);
  });

  it('heals now and then', async () => {
    const { wants } = create(async () => FULL);
    await jest.advanceTimersByTimeAsync(125_000);

    expect(wants).toEqual(['full', 'heal', 'heal']);
  });

  it('comes back when something is due', async () => {
    const outcomes: SyncOutcome[] = [{ ...FULL, againInMs: 1_500 }, FULL];
    const { wants } = create(async () => outcomes.shift() ?? FULL);
    await jest.advanceTimersByTimeAsync(1_499);
    expect(wants).toEqual(['full']);

    await jest.advanceTimersByTimeAsync(1);
    expect(wants).toEqual(['full', 'delta']);
  });

  it('tries again after a failure, later each time, however often it is woken', async () => {
    const { loop, wants } = create(async () => {
      throw new Error('database is locked');
    });
    for (let index = 0; index < 35; index += 1) {
      await jest.advanceTimersByTimeAsync(100);
      loop.wake();
    }

    // At 0 s, 0.75 s and 2.25 s.
    expect(wants).toEqual(['full', 'full', 'full']);
  });

  it('is well again after a failure', async () => {
    const outcomes = [
      () => Promise.reject(new Error('database is locked')),
      () => Promise.resolve(FULL),
    ];
    const { loop, wants } = create(
      () => outcomes.shift()?.() ?? Promise.resolve(FULL),
    );
    await jest.advanceTimersByTimeAsync(1_100);
    loop.wake();
    await jest.advanceTimersByTimeAsync(100);

    expect(wants).toEqual(['full', 'full', 'delta']);
  });

  it('stops', async () => {
    const { loop, wants } = create(async () => FULL);
    await jest.advanceTimersByTimeAsync(1);
    loop.wake();
    loop.stop();
    await jest.advanceTimersByTimeAsync(200_000);

    expect(wants).toEqual(['full']);
  });
});
