import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a forge's documentation has, and its answer. */
export interface ScriptedCall {
  /** Method and path, as on the wire. */
  readonly call: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON that must be sent, or a part of the form that must be in it. */
  readonly body?: unknown;
  readonly form?: readonly string[];
  readonly status?: number;
  readonly answer: unknown;
}

/**
 * Answers exactly these calls in this order, on the wire. Anything else is refused and remembered, and so is
 * what nobody asked for: `end` throws.
 */
export class ScriptedForge {
  private readonly problems: string[] = [];
  private readonly calls: ScriptedCall[];

  private constructor(
    calls: readonly ScriptedCall[],
    private readonly authorization: string,
    private readonly server: Server,
  ) {
    this.calls = [...calls];
  }

  static async start(
    calls: readonly ScriptedCall[],
    authorization = 'Bearer secret',
  ): Promise<ScriptedForge> {
    const server = createServer();
    const forge = new ScriptedForge(calls, authorization, server);
    server.on('request', async (req, res) => {
      const { status, text } = forge.answer(req, await readText(req));
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(text);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return forge;
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
    const left = this.calls.map(({ call }) => `never asked: ${call}`);
    if (this.problems.length + left.length > 0) {
      throw new Error([...this.problems, ...left].join('\n'));
    }
  }

  private answer(req: IncomingMessage, body: string) {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const expected = this.calls.shift();
    const problem = expected
      ? this.judge(expected, { req, url, body })
      : 'nothing more is expected';
    if (!expected || problem) {
      this.problems.push(`${req.method} ${req.url}: ${problem}`);
      return { status: 400, text: '{"message":"not as documented"}' };
    }
    const { answer, status = 200 } = expected;
    return {
      status,
      text: typeof answer === 'string' ? answer : JSON.stringify(answer),
    };
  }

  private judge(
    expected: ScriptedCall,
    actual: { req: IncomingMessage; url: URL; body: string },
  ): string | undefined {
    const { req, url, body } = actual;
    const query = Object.fromEntries(url.searchParams);
    const differences: [string, unknown, unknown][] = [
      ['call', expected.call, `${req.method} ${url.pathname}`],
      ['query', sorted(expected.query ?? {}), sorted(query)],
      ['authorization', this.authorization, req.headers.authorization],
    ];
    if (expected.form) {
      const missing = expected.form.find(part => !body.includes(part));
      differences.push(['form', undefined, missing]);
    } else {
      differences.push([
        'body',
        expected.body,
        body === '' ? undefined : JSON.parse(body),
      ]);
    }
    const found = differences.find(
      ([, one, other]) => JSON.stringify(one) !== JSON.stringify(other),
    );
    return (
      found &&
      `${found[0]} is ${JSON.stringify(found[2])}, not ${JSON.stringify(
        found[1],
      )}`
    );
  }
}

function sorted(record: Readonly<Record<string, string>>) {
  return Object.entries(record).sort(([one], [other]) =>
    one.localeCompare(other),
  );
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
