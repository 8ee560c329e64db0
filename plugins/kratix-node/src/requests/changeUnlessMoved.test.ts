import { KubernetesError } from '../cluster/failures/KubernetesError';
import { changeUnlessMoved, writeUnlessOvertaken } from './changeUnlessMoved';

const overtaken = () =>
  new KubernetesError('conflict', 'the object has been modified');

/** Somebody who writes every five milliseconds for so long; an attempt takes two. */
function busyFor(ms: number) {
  let now = 0;
  const attempts: number[] = [];
  return {
    attempts,
    look: async () => now,
    write: async (seenAt: number) => {
      attempts.push(seenAt);
      now = seenAt + 2;
      if (seenAt < ms) {
        throw overtaken();
      }
      return 'written';
    },
    pause: async (pauseMs: number) => {
      now += pauseMs;
    },
  };
}

describe('writeUnlessOvertaken', () => {
  // A change right after the order failed now and then: five attempts in a row were over before Kratix had
  // written the new request for the last time.
  it('outlasts the moment in which Kratix writes a new request again and again', async () => {
    const busy = busyFor(500);

    expect(await writeUnlessOvertaken(busy)).toBe('written');
    expect(busy.attempts).toEqual([0, 27, 79, 181, 383, 785]);
  });

  it('gives up on somebody who never stops', async () => {
    const busy = busyFor(Infinity);

    await expect(writeUnlessOvertaken(busy)).rejects.toThrow(
      'has been modified',
    );
    expect(busy.attempts).toHaveLength(6);
  });

  it('does not try again what was refused for another reason', async () => {
    const write = jest
      .fn()
      .mockRejectedValue(new KubernetesError('forbidden', 'not you'));

    await expect(
      writeUnlessOvertaken({ look: async () => 0, write }),
    ).rejects.toThrow('not you');
    expect(write).toHaveBeenCalledTimes(1);
  });
});

describe('changeUnlessMoved', () => {
  it('does not write what somebody else has changed meanwhile', async () => {
    const write = jest.fn();

    await expect(
      changeUnlessMoved(
        { uid: 'a', generation: 1 },
        {
          subject: 'Redis team-a/cache',
          look: async () => ({ uid: 'a', generation: 2 }),
          write,
        },
      ),
    ).rejects.toThrow('Redis team-a/cache was changed by somebody else');
    expect(write).not.toHaveBeenCalled();
  });
});
