import { join } from 'node:path';
import type { ContractTarget } from './target';
import { startTarget } from './target';
import type { Exchange } from './conversation';
import { Captures, loadConversations, toComparable } from './conversation';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;

describe('the Kubernetes API, as kube-apiserver 1.36.3 answered when it was recorded', () => {
  const captures = new Captures();
  const running: { target?: ContractTarget } = {};

  beforeAll(async () => {
    running.target = await startTarget();
  }, 60_000);

  afterAll(async () => {
    await running.target?.close();
  }, 120_000);

  const conversations = loadConversations(join(__dirname, '../conversations'));

  describe.each(conversations)('$name', ({ exchanges }) => {
    it.each(exchanges)(
      '$name',
      async exchange => {
        if (!running.target) {
          throw new Error('No target');
        }
        const { received, expected } = await hold(running.target, exchange);

        expect(received).toEqual(expected);
      },
      60_000,
    );
  });

  it('leaves nothing behind', async () => {
    const left = await running.target?.takeAway();

    expect(left).toEqual([]);
  }, 120_000);

  async function hold(target: ContractTarget, exchange: Exchange) {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const outcome = await holdOnce(target, exchange);
      if (!exchange.eventually || isSame(outcome) || Date.now() > giveUpAt) {
        return outcome;
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }

  async function holdOnce(target: ContractTarget, exchange: Exchange) {
    const answer = await target.api.ask(captures.fill(exchange.request));
    const { response } = exchange;
    const body = parseJson(answer.text);
    const events = parseLines(answer.text);
    if (exchange.capture) {
      captures.keep(exchange.capture, body);
    }
    return toComparable(
      {
        status: answer.status,
        ...(response.warning && { warning: answer.headers.warning }),
        ...('body' in response && { body }),
        ...('text' in response && { text: answer.text }),
        ...(response.events && { events: foldBookmarks(events, events) }),
      },
      response.events
        ? { ...response, events: foldBookmarks(response.events, events) }
        : response,
    );
  }
});

function isSame(outcome: { received: unknown; expected: unknown }): boolean {
  try {
    expect(outcome.received).toEqual(outcome.expected);
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parseLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(parseJson);
}

/**
 * Whether a plain bookmark comes is up to the server's timer, as are their number: one of them must look as
 * it did, none is as good. The one that ends the initial events must come.
 */
function foldBookmarks(
  events: readonly unknown[],
  received: readonly unknown[],
): unknown[] {
  const hasNone = !received.some(isPlainBookmark);
  return events.filter(
    (event, index) =>
      !isPlainBookmark(event) ||
      !(hasNone || isPlainBookmark(events[index - 1])),
  );
}

function isPlainBookmark(event: unknown): boolean {
  const { type, object } = (event ?? {}) as {
    type?: string;
    object?: { metadata?: { annotations?: unknown } };
  };
  return type === 'BOOKMARK' && object?.metadata?.annotations === undefined;
}
