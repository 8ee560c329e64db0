import type { Clock } from './Clock';
import { ConnectionGate } from './ConnectionGate';
import { KubernetesError } from './failures/KubernetesError';

/** Time that passes only when told; naps are kept in order. */
class ManualClock implements Clock {
  readonly naps: { until: number; wake: () => void }[] = [];
  #now = 0;

  now() {
    return this.#now;
  }

  random() {
    return 1;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      this.naps.push({ until: this.#now + ms, wake: resolve });
      signal.addEventListener('abort', () => resolve());
    });
  }

  async advance(ms: number): Promise<void> {
    this.#now += ms;
    this.naps.filter(nap => nap.until <= this.#now).forEach(nap => nap.wake());
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
}

const unreachable = new KubernetesError('unreachable', 'Nothing listens.');

describe('ConnectionGate', () => {
  let clock: ManualClock;
  let transitions: (string | undefined)[];
  let gate: ConnectionGate;
  const { signal } = new AbortController();

  beforeEach(() => {
    clock = new ManualClock();
    transitions = [];
    gate = new ConnectionGate({
      clock,
      concurrency: 2,
      minMs: 100,
      maxMs: 400,
      onTransition: error => transitions.push(error?.failure),
    });
  });

  const fail = (error: Error = unreachable) =>
    gate.attempt(signal, () => Promise.reject(error)).catch(() => {});
  const succeed = () => gate.attempt(signal, () => Promise.resolve('answer'));

  it('hands the answer back', async () => {
    await expect(succeed()).resolves.toBe('answer');
    expect(transitions).toEqual([]);
  });

  it('lets only some through at once', async () => {
    const started: number[] = [];
    const finish: (() => void)[] = [];
    for (let index = 0; index < 3; index += 1) {
      void gate.attempt(signal, () => {
        started.push(index);
        return new Promise<void>(resolve => finish.push(resolve));
      });
    }
    await settle();
    expect(started).toEqual([0, 1]);

    finish[0]?.();
    await settle();

    expect(started).toEqual([0, 1, 2]);
  });

  it('after a loss, lets one try while the others wait', async () => {
    await fail();
    let tries = 0;
    let answer: () => void = () => {};
    const work = () => {
      tries += 1;
      return new Promise<void>(resolve => {
        answer = resolve;
      });
    };
    void gate.attempt(signal, work);
    void gate.attempt(signal, work);
    void gate.attempt(signal, work);
    await settle();
    expect(tries).toBe(0);

    await clock.advance(100);
    expect(tries).toBe(1);

    answer();
    await settle();
    expect(tries).toBe(3);
    expect(transitions).toEqual(['unreachable', undefined]);
  });

  it('waits longer after each failure, up to a bound', async () => {
    const waits: number[] = [];
    await fail();
    for (let round = 0; round < 4; round += 1) {
      const failed = fail();
      await settle();
      const nap = clock.naps.at(-1);
      waits.push((nap?.until ?? 0) - clock.now());
      await clock.advance(waits.at(-1) ?? 0);
      await failed;
    }

    expect(waits).toEqual([100, 200, 400, 400]);
    expect(transitions).toEqual(['unreachable']);
  });

  it('counts several failures of one moment as one', async () => {
    const failing: ((error: Error) => void)[] = [];
    const attempts = [1, 2].map(() =>
      gate
        .attempt(signal, () => new Promise((_, reject) => failing.push(reject)))
        .catch(() => {}),
    );
    await settle();

    failing.forEach(reject => reject(unreachable));
    await Promise.all(attempts);
    void fail();
    await settle();

    expect(clock.naps.at(-1)?.until).toBe(100);
  });

  it('waits at least as long as the server says', async () => {
    await fail(
      new KubernetesError('throttled', 'Slow.', { retryAfterMs: 5_000 }),
    );
    void fail();
    await settle();

    expect(clock.naps.at(-1)?.until).toBe(5_000);
  });

  it('does not wait for a day because a page for maintenance says so', async () => {
    await fail(
      new KubernetesError('unreachable', 'Maintenance.', {
        retryAfterMs: 86_400_000,
      }),
    );
    void fail();
    await settle();

    expect(clock.naps.at(-1)?.until).toBe(60_000);
  });

  describe('after a timeout', () => {
    const timeout = new KubernetesError('timeout', 'Silence.');
    const gateOf = (isAlive: () => Promise<boolean>) =>
      new ConnectionGate({ clock, isAlive });
    const timeOut = (on: ConnectionGate) =>
      on.attempt(signal, () => Promise.reject(timeout)).catch(() => {});

    it('closes when the server answers nothing else either', async () => {
      const silent = gateOf(async () => false);

      await timeOut(silent);

      expect(silent.error).toBe(timeout);
    });

    it('stays open when the server answers something cheap', async () => {
      const alive = gateOf(async () => true);

      await timeOut(alive);

      expect(alive.error).toBeUndefined();
    });

    it.each<[string, (on: ConnectionGate) => unknown]>([
      [
        'another attempt',
        on => on.attempt(signal, () => Promise.resolve('answer')),
      ],
      ['a stream', on => on.recordLife()],
    ])('stays open when %s was answered meanwhile', async (_, hear) => {
      const isAlive = jest.fn(async () => false);
      const heard = gateOf(isAlive);
      let giveUp: () => void = () => {};
      const slow = heard
        .attempt(
          signal,
          () =>
            new Promise((__, reject) => {
              giveUp = () => reject(timeout);
            }),
        )
        .catch(() => {});
      await settle();

      await hear(heard);
      giveUp();
      await slow;

      expect(heard.error).toBeUndefined();
      expect(isAlive).not.toHaveBeenCalled();
    });
  });

  it.each(['forbidden', 'notFound', 'serverError', 'invalid'] as const)(
    'stays open when a server says %s: it did answer',
    async failure => {
      await fail(new KubernetesError(failure, 'No.'));

      expect(gate.error).toBeUndefined();
      expect(transitions).toEqual([]);
    },
  );

  it('tells those who queue when the connection is lost before their turn', async () => {
    const failing: ((error: Error) => void)[] = [];
    const busy = [1, 2].map(() =>
      gate
        .attempt(signal, () => new Promise((_, reject) => failing.push(reject)))
        .catch(() => {}),
    );
    const queued = gate.attempt(signal, () => Promise.resolve('answer'));
    await settle();

    failing[0]?.(unreachable);

    await expect(queued).rejects.toBe(unreachable);
    failing[1]?.(unreachable);
    await Promise.all(busy);
  });

  it('hands the try on when the one who has it gives up', async () => {
    await fail();
    const impatient = new AbortController();
    const first = gate
      .attempt(impatient.signal, () => Promise.resolve('first'))
      .catch(() => 'aborted');
    const second = succeed();
    await settle();

    impatient.abort();
    await settle();
    await clock.advance(100);

    await expect(first).resolves.toBe('aborted');
    await expect(second).resolves.toBe('answer');
  });

  it('does not take an aborted attempt for a loss', async () => {
    const stop = new AbortController();
    const attempt = gate.attempt(stop.signal, () => {
      stop.abort();
      return Promise.reject(unreachable);
    });

    await expect(attempt).rejects.toBe(unreachable);
    expect(gate.error).toBeUndefined();
  });
});
