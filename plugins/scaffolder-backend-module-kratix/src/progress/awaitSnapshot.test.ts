import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import type { SnapshotChange } from '@kratix-portal/backstage-plugin-kratix-node';
import { awaitSnapshot } from './awaitSnapshot';

/** A platform whose every change is caused by the test. */
function platform() {
  const listeners = new Set<(change: SnapshotChange) => void>();
  return {
    listeners,
    snapshot: (name: string) => ({ platform: name } as PlatformSnapshot),
    onChange(listener: (change: SnapshotChange) => void) {
      listeners.add(listener);
      return { unsubscribe: () => void listeners.delete(listener) };
    },
    change: (name: string) =>
      listeners.forEach(listener =>
        listener({ platform: name } as SnapshotChange),
      ),
  };
}

describe('awaitSnapshot', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('answers at once when there is an answer', async () => {
    const kratix = platform();

    const answer = await awaitSnapshot(kratix, 'dev', {
      look: () => 'now',
      timeoutMs: 1_000,
    });

    expect(answer).toBe('now');
    expect(kratix.listeners.size).toBe(0);
  });

  it('looks after every change of its platform only', async () => {
    const kratix = platform();
    const look = jest.fn<string | undefined, [PlatformSnapshot]>();
    const answer = awaitSnapshot(kratix, 'dev', { look, timeoutMs: 1_000 });
    expect(look).toHaveBeenCalledTimes(1);

    kratix.change('prod');
    expect(look).toHaveBeenCalledTimes(1);
    kratix.change('dev');
    expect(look).toHaveBeenCalledTimes(2);
    look.mockReturnValue('done');
    kratix.change('dev');

    expect(await answer).toBe('done');
    expect(kratix.listeners.size).toBe(0);
  });

  it('has no answer when the time is up', async () => {
    const kratix = platform();
    const answer = awaitSnapshot(kratix, 'dev', {
      look: () => undefined,
      timeoutMs: 1_000,
    });

    jest.advanceTimersByTime(1_000);

    expect(await answer).toBeUndefined();
    expect(kratix.listeners.size).toBe(0);
  });

  it.each(['before', 'while'])(
    'stops when it is aborted %s it waits',
    async when => {
      const kratix = platform();
      const controller = new AbortController();
      if (when === 'before') {
        controller.abort(new Error('cancelled'));
      }
      const answer = awaitSnapshot(kratix, 'dev', {
        look: () => undefined,
        timeoutMs: 1_000,
        signal: controller.signal,
      });
      controller.abort(new Error('cancelled'));

      await expect(answer).rejects.toThrow('cancelled');
      expect(kratix.listeners.size).toBe(0);
    },
  );

  it('gives on what the look throws', async () => {
    const kratix = platform();
    const answer = awaitSnapshot(kratix, 'dev', {
      look: () => {
        throw new Error('it failed');
      },
      timeoutMs: 1_000,
    });

    await expect(answer).rejects.toThrow('it failed');
    expect(kratix.listeners.size).toBe(0);
  });
});
