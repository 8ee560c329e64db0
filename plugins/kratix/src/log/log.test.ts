import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { aLog, someLogLines } from '../__fixtures__';
import { findHits, splitAtHits } from './findHits';
import { layoutLines, ROW_PX } from './layoutLines';
import { LogBuffer } from './LogBuffer';
import { LogFeed, type LogFeedOptions } from './LogFeed';

describe('LogBuffer', () => {
  it('keeps the last lines of a log of 100,000, and knows how many came before', () => {
    const buffer = new LogBuffer();
    for (let from = 1; from <= 100_000; from += 1_000) {
      buffer.append(someLogLines(1_000, from));
    }

    expect(buffer.lines.length).toBeLessThanOrEqual(20_000);
    expect(buffer.dropped + buffer.lines.length).toBe(100_000);
    expect(buffer.lines.at(-1)?.text).toBe('line 100000 of the plan');
    expect(buffer.lines[0]?.text).toBe(
      `line ${buffer.dropped + 1} of the plan`,
    );
  });

  it('is bounded for few and very long lines too', () => {
    const buffer = new LogBuffer();
    for (let index = 0; index < 2_000; index += 1) {
      buffer.append([{ text: 'x'.repeat(16_384) }]);
    }

    const kept = buffer.lines.reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeLessThanOrEqual(8_000_000);
    expect(buffer.dropped + buffer.lines.length).toBe(2_000);
  });

  it('shows what a terminal would, and nothing that turns text around', () => {
    const buffer = new LogBuffer();

    buffer.append([
      {
        text: '\u001b[31mred\u001b[0m\ttab\u0007\u202etxt\u001b]0;title\u0007',
      },
    ]);

    expect(buffer.lines[0]?.text).toBe('red    tabtxt');
  });

  it('takes only what is new after a break, also of lines of one moment', () => {
    const buffer = new LogBuffer();
    const at = (time: string, text: string) => ({
      time: `2026-08-20T10:00:${time}Z`,
      text,
    });
    buffer.append([at('01', 'a'), at('02.5', 'b'), at('02.5', 'c')]);

    const onlyNew = buffer.startAgain();
    buffer.append(
      onlyNew([at('02', 'before'), at('02.5', 'b'), at('02.5', 'c')]),
    );
    buffer.append(onlyNew([at('02.5', 'd'), at('02.50001', 'e')]));

    expect(buffer.lines.map(({ text }) => text).join('')).toBe('abcde');
  });
});

describe('layoutLines', () => {
  const lines = ['short', 'x'.repeat(25), '', '\u6f22'.repeat(10)].map(
    text => ({ text }),
  );

  it('gives each line as many rows as it takes', () => {
    const layout = layoutLines(lines, 10);

    expect(lines.map((_, index) => layout.rowsOf(index))).toEqual([1, 3, 1, 2]);
    expect(layout.heightPx).toBe(7 * ROW_PX);
    expect(layout.indexAt(0)).toBe(0);
    expect(layout.indexAt(ROW_PX * 3.5)).toBe(1);
    expect(layout.indexAt(ROW_PX * 4)).toBe(2);
    expect(layout.indexAt(1e9)).toBe(3);
  });

  it('gives each line one row when they do not wrap', () => {
    const layout = layoutLines(lines, undefined);

    expect(layout.heightPx).toBe(4 * ROW_PX);
    expect(layout.indexAt(ROW_PX * 1.5)).toBe(1);
    expect(layout.indexAt(-5)).toBe(0);
  });
});

describe('findHits', () => {
  it('finds lines in any case, and marks where', () => {
    expect(findHits([{ text: 'One' }, { text: 'two' }], 'ONE')).toEqual([0]);
    expect(findHits([{ text: 'One' }], '')).toEqual([]);
    expect(splitAtHits('aXbxc', 'x')).toEqual([
      { text: 'a', isHit: false },
      { text: 'X', isHit: true },
      { text: 'b', isHit: false },
      { text: 'x', isHit: true },
      { text: 'c', isHit: false },
    ]);
    expect(splitAtHits('', 'x')).toEqual([{ text: '', isHit: false }]);
    // This letter is two when it is small.
    expect(splitAtHits('\u0130x', 'x')).toHaveLength(1);
  });
});

describe('LogFeed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function start(
    answers: readonly (readonly LogEvent[])[],
    options: Partial<LogFeedOptions> = {},
  ) {
    const left = [...answers];
    const open = jest.fn(async (_from: unknown, _signal: AbortSignal) =>
      aLog(...(left.shift() ?? [])),
    );
    const onEnd = jest.fn();
    const feed = new LogFeed({
      open,
      isRunning: () => false,
      onChange: () => {},
      onEnd,
      ...options,
    });
    const stop = feed.start();
    return { feed, open, onEnd, stop };
  }

  const end: LogEvent = { type: 'end', reason: 'finished' };
  const lines = (count: number, from: number): LogEvent => ({
    type: 'lines',
    lines: someLogLines(count, from),
  });

  it('goes on after a break without a line twice', async () => {
    const { feed, open, stop } = start([[lines(3, 1)], [lines(2, 3), end]]);
    await jest.advanceTimersByTimeAsync(200);
    expect(feed.state).toEqual({ type: 'reconnecting' });

    await jest.advanceTimersByTimeAsync(2_000);

    expect(open.mock.calls.map(([from]) => from)).toEqual([
      { sinceTime: undefined },
      { sinceTime: '2026-08-20T10:00:00.000000003Z' },
    ]);
    expect(feed.buffer.lines.map(({ text }) => text)).toEqual(
      someLogLines(4).map(({ text }) => text),
    );
    expect(feed.state).toEqual({ type: 'ended' });
    stop();
  });

  it('reads on while the container runs, though the connection was closed well', async () => {
    const state = { isRunning: true };
    const { feed, open, stop } = start([[lines(1, 1), end], [end]], {
      isRunning: () => state.isRunning,
    });
    await jest.advanceTimersByTimeAsync(500);
    state.isRunning = false;
    await jest.advanceTimersByTimeAsync(5_000);

    expect(open).toHaveBeenCalledTimes(2);
    expect(feed.state).toEqual({ type: 'ended' });
    stop();
  });

  it('says why there is no log, and asks no more', async () => {
    const gone: LogEvent = { type: 'unavailable', reason: 'podGone' };
    const { feed, open, onEnd, stop } = start([[gone]]);

    await jest.advanceTimersByTimeAsync(60_000);

    expect(feed.state).toEqual(gone);
    expect(open).toHaveBeenCalledTimes(1);
    expect(onEnd).toHaveBeenCalledTimes(1);
    stop();
  });

  it('gives up a connection that says nothing any more, and one that is stopped', async () => {
    const signals: AbortSignal[] = [];
    const open: LogFeedOptions['open'] = (_from, signal) => {
      signals.push(signal);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    };
    const { stop } = start([], { open });

    await jest.advanceTimersByTimeAsync(50_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(signals).toHaveLength(2);
  });
});
