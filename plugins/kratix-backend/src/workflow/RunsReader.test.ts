import { RunsReader } from './RunsReader';

function createReader() {
  const clock = { nowMs: 0 };
  const waiting: { atMs: number; go: () => void }[] = [];
  const reader = new RunsReader({
    nowMs: () => clock.nowMs,
    pause: ms =>
      new Promise(resolve => {
        waiting.push({ atMs: clock.nowMs + ms, go: resolve });
      }),
  });
  const asked: number[] = [];
  const ask = async () => {
    asked.push(clock.nowMs);
    return asked.length;
  };
  const moveTo = async (nowMs: number) => {
    clock.nowMs = nowMs;
    for (const each of waiting.splice(0)) {
      if (each.atMs <= nowMs) {
        each.go();
      } else {
        waiting.push(each);
      }
    }
    await Promise.resolve();
  };
  return { reader, ask, asked, moveTo };
}

describe('RunsReader', () => {
  it('looks once for everybody who asks within two seconds', async () => {
    const { reader, ask, asked, moveTo } = createReader();
    const all = Array.from({ length: 50 }, () => reader.read('a', '1', ask));
    await moveTo(1_999);

    expect(await Promise.all([...all, reader.read('a', '1', ask)])).toEqual(
      Array.from({ length: 51 }, () => 1),
    );
    await moveTo(2_000);
    expect(await reader.read('a', '1', ask)).toBe(2);
    expect(asked).toEqual([0, 2_000]);
  });

  it('looks at most once a second at what changes 50 times in 10 seconds, and sees the last change', async () => {
    const { reader, ask, asked, moveTo } = createReader();
    const answers: Promise<number>[] = [];
    for (let change = 0; change < 50; change += 1) {
      await moveTo(change * 200);
      answers.push(reader.read('a', String(change), ask));
    }
    await moveTo(11_000);
    const last = await answers.at(-1);

    expect(asked.length).toBeLessThanOrEqual(11);
    expect(last).toBe(asked.length);
    expect(asked.at(-1)).toBeGreaterThanOrEqual(49 * 200);
  });

  it('keeps subjects apart, and a failure for no longer than an answer', async () => {
    const { reader, ask, moveTo } = createReader();
    const fail = async () => {
      throw new Error('forbidden');
    };

    await expect(reader.read('a', '1', fail)).rejects.toThrow('forbidden');
    await expect(reader.read('a', '1', ask)).rejects.toThrow('forbidden');
    expect(await reader.read('b', '1', ask)).toBe(1);
    await moveTo(2_000);
    expect(await reader.read('a', '1', ask)).toBe(2);
  });

  it('does not grow without end', async () => {
    const { reader, ask, asked } = createReader();
    for (let index = 0; index <= 500; index += 1) {
      await reader.read(String(index), '1', ask);
    }

    await reader.read('0', '1', ask);

    expect(asked).toHaveLength(502);
  });
});
