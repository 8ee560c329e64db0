import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { aLog, someLogLines } from '../__fixtures__';
import type { ApiProblem } from '../api';
import { LogFeed, type LogFeedOptions } from './LogFeed';

const opened: LogEvent = { type: 'lines', lines: [] };
const noAnswer: ApiProblem = { kind: 'noAnswer', message: 'Failed to fetch' };

/** A stream that says these, and stays open. */
function anOpenLog(
  signal: AbortSignal,
  ...events: readonly LogEvent[]
): ReturnType<typeof aLog> {
  return {
    ok: true,
    value: (async function* read() {
      yield* events;
      await new Promise(resolve => {
        signal.addEventListener('abort', resolve);
      });
    })(),
  };
}

function start(open: LogFeedOptions['open']) {
  const asked = jest.fn(open);
  const feed = new LogFeed({
    open: asked,
    isRunning: () => true,
    onChange: () => {},
  });
  return { feed, asked, stop: feed.start() };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('LogFeed of what prints nothing yet', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('follows, though there is no line', async () => {
    const { feed, stop } = start(async (_, signal) =>
      anOpenLog(signal, opened),
    );

    await pass(500);

    expect(feed.state).toEqual({ type: 'following' });
    stop();
  });

  // Each empty answer began the pauses anew: a log that opens and breaks was asked every second, for ever.
  it('asks ever less often what opens and breaks', async () => {
    const { asked, stop } = start(async () => aLog(opened));

    await pass(10_000);

    // At once, and after 1, 2 and 4 seconds more.
    expect(asked).toHaveBeenCalledTimes(4);
    stop();
  });

  // It gave up at once, and nothing on the page asked again.
  it.each(['noAnswer', 'unreachable'] as const)(
    'says why there is nothing, and asks again by itself: %s',
    async kind => {
      const problem: ApiProblem = { kind, message: 'later' };
      const answers = [{ ok: false as const, problem }];
      const { feed, stop } = start(
        async (_, signal) =>
          answers.shift() ??
          anOpenLog(signal, { type: 'lines', lines: someLogLines(2) }),
      );
      await pass(500);
      expect(feed.state).toEqual({ type: 'failed', problem });

      await pass(2_000);

      expect(feed.state).toEqual({ type: 'following' });
      expect(feed.buffer.lines).toHaveLength(2);
      stop();
    },
  );

  it('is asked at once by a person, who need not wait for the next attempt', async () => {
    const { feed, asked, stop } = start(async () => ({
      ok: false,
      problem: noAnswer,
    }));
    await pass(8_000);
    const before = asked.mock.calls.length;

    feed.retry();
    await pass(0);

    expect(asked).toHaveBeenCalledTimes(before + 1);
    stop();
  });

  it('asks again only when told where the trouble lasts', async () => {
    const { feed, asked, stop } = start(async () => ({
      ok: false,
      problem: { kind: 'forbidden', message: 'No.' },
    }));
    await pass(120_000);
    expect(asked).toHaveBeenCalledTimes(1);

    feed.retry();
    expect(feed.state).toEqual({ type: 'loading' });
    feed.retry();
    await pass(500);

    expect(asked).toHaveBeenCalledTimes(2);
    expect(feed.state).toMatchObject({ type: 'failed' });
    stop();
    feed.retry();
    await pass(500);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
