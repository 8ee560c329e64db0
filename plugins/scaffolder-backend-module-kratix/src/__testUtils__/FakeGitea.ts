import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  state: 'open' | 'closed';
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

type Body = Readonly<Record<string, unknown>>;

/**
 * The part of Gitea's API (1.24 swagger) that pull requests need, on the wire, with one repository
 * `acme/orders`. A call that Gitea does not have, an unknown parameter, a missing field or a wrong token is
 * refused and remembered: a test that ends with `refused` not empty has found a bug.
 */
export class FakeGitea {
  readonly refused: string[] = [];
  readonly pulls: Pull[] = [];
  readonly branches = new Map<string, Map<string, string>>([
    ['main', new Map()],
  ]);
  readonly #server: Server;

  private constructor(private readonly token: string) {
    this.#server = createServer(async (req, res) => {
      const answer = this.#authorized(req)
        ? await this.#answer(req)
        : this.#refuse(req, 401, 'token is required');
      res.writeHead(answer.status, { 'content-type': 'application/json' });
      res.end(answer.json === undefined ? '' : JSON.stringify(answer.json));
    });
  }

  static async start({ token = 'secret', port = 0 } = {}): Promise<FakeGitea> {
    const fake = new FakeGitea(token);
    await new Promise<void>(resolve =>
      fake.#server.listen(port, '127.0.0.1', resolve),
    );
    return fake;
  }

  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** Throws when somebody asked for what Gitea does not have. */
  assertNothingRefused(): void {
    if (this.refused.length > 0) {
      throw new Error(`Refused:\n${this.refused.join('\n')}`);
    }
  }

  file(path: string, branch = 'main'): string | undefined {
    return this.branches.get(branch)?.get(path);
  }

  /** What a reviewer does. */
  merge(number: number): void {
    const pull = this.pulls.find(known => known.number === number);
    const head = pull && this.branches.get(pull.head);
    if (!pull || !head || pull.state !== 'open') {
      throw new Error(`Nothing to merge: ${number}`);
    }
    this.branches.set(pull.base, new Map(head));
    pull.state = 'closed';
  }

  /** What a reviewer does who says no. */
  close(number: number): void {
    const pull = this.pulls.find(known => known.number === number);
    if (pull) {
      pull.state = 'closed';
    }
  }

  #authorized(req: IncomingMessage): boolean {
    return req.headers.authorization === `token ${this.token}`;
  }

  async #answer(req: IncomingMessage): Promise<Answer> {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const call = `${req.method} ${url.pathname}`;
    const body = await readBody(req);
    for (const { pattern, query, answer } of this.#calls) {
      const match = pattern.exec(call);
      if (match) {
        const unknown = [...url.searchParams.keys()].find(
          key => !query.includes(key),
        );
        return unknown
          ? this.#refuse(req, 400, `unknown parameter ${unknown}`)
          : answer(match.slice(1).map(decodeURIComponent), body, url) ??
              this.#refuse(req, 422, `bad body ${JSON.stringify(body)}`);
      }
    }
    return this.#refuse(req, 404, 'no such call');
  }

  readonly #calls: readonly {
    readonly pattern: RegExp;
    readonly query: readonly string[];
    readonly answer: (
      parts: string[],
      body: Body,
      url: URL,
    ) => Answer | undefined;
  }[] = [
    {
      pattern: /^GET \/api\/v1\/repos\/acme\/orders\/pulls$/,
      query: ['state', 'sort', 'limit', 'page'],
      answer: (_, __, url) => ({
        status: 200,
        json: this.pulls
          .filter(({ state }) => state === url.searchParams.get('state'))
          .map(pull => this.#toJson(pull)),
      }),
    },
    {
      pattern: /^GET \/api\/v1\/repos\/acme\/orders\/pulls\/([^/]+)\/([^/]+)$/,
      query: [],
      answer: ([base, head]) => {
        const pull = this.pulls.find(
          known => known.base === base && known.head === head,
        );
        return pull ? { status: 200, json: this.#toJson(pull) } : missing;
      },
    },
    {
      pattern: /^GET \/api\/v1\/repos\/acme\/orders\/branches\/([^/]+)$/,
      query: [],
      answer: ([name = '']) =>
        this.branches.has(name) ? { status: 200, json: { name } } : missing,
    },
    {
      pattern: /^POST \/api\/v1\/repos\/acme\/orders\/branches$/,
      query: [],
      answer: (_, body) => {
        const { new_branch_name: name, old_ref_name: from, ...rest } = body;
        const base =
          typeof from === 'string' &&
          this.branches.get(from.replace(/^refs\/heads\//, ''));
        if (typeof name !== 'string' || !base || Object.keys(rest).length > 0) {
          return undefined;
        }
        if (this.branches.has(name)) {
          return { status: 409, json: { message: 'branch already exists' } };
        }
        this.branches.set(name, new Map(base));
        return { status: 201, json: { name } };
      },
    },
    {
      pattern:
        /^(GET|POST|PUT|DELETE) \/api\/v1\/repos\/acme\/orders\/contents\/(.+)$/,
      query: ['ref'],
      answer: ([method = '', path = ''], body, url) =>
        method === 'GET'
          ? this.#readFile(path, url.searchParams.get('ref') ?? 'main')
          : this.#writeFile(method, path, body),
    },
    {
      pattern: /^POST \/api\/v1\/repos\/acme\/orders\/pulls$/,
      query: [],
      answer: (_, body) => {
        const { title, body: text, head, base, ...rest } = body;
        if (
          typeof title !== 'string' ||
          typeof text !== 'string' ||
          typeof head !== 'string' ||
          typeof base !== 'string' ||
          !this.branches.has(head) ||
          !this.branches.has(base) ||
          Object.keys(rest).length > 0
        ) {
          return undefined;
        }
        const pull: Pull = {
          ...{ number: this.pulls.length + 1, title, body: text, head, base },
          state: 'open',
        };
        this.pulls.unshift(pull);
        return { status: 201, json: this.#toJson(pull) };
      },
    },
  ];

  #readFile(path: string, branch: string): Answer {
    const text = this.branches.get(branch)?.get(path);
    return text === undefined
      ? missing
      : {
          status: 200,
          json: {
            path,
            sha: shaOf(text),
            encoding: 'base64',
            content: Buffer.from(text).toString('base64'),
          },
        };
  }

  #writeFile(method: string, path: string, body: Body): Answer | undefined {
    const { branch, message, content, sha, ...rest } = body;
    const files =
      typeof branch === 'string' ? this.branches.get(branch) : undefined;
    if (!files || typeof message !== 'string' || Object.keys(rest).length > 0) {
      return undefined;
    }
    const known = files.get(path);
    const isSha = known !== undefined && sha === shaOf(known);
    if (method === 'DELETE') {
      return isSha && files.delete(path)
        ? { status: 200, json: {} }
        : undefined;
    }
    const isRight = method === 'POST' ? known === undefined : isSha;
    if (!isRight || typeof content !== 'string') {
      return undefined;
    }
    files.set(path, Buffer.from(content, 'base64').toString());
    return { status: method === 'POST' ? 201 : 200, json: {} };
  }

  #toJson({ head, base, ...pull }: Pull) {
    return {
      ...pull,
      html_url: `http://${this.host}/acme/orders/pulls/${pull.number}`,
      created_at: '2026-01-02T03:04:05Z',
      user: { login: 'portal' },
      head: { ref: head },
      base: { ref: base },
    };
  }

  #refuse(req: IncomingMessage, status: number, message: string): Answer {
    this.refused.push(`${req.method} ${req.url}: ${message}`);
    return { status, json: { message } };
  }
}

const missing: Answer = { status: 404, json: { message: 'not found' } };

function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

async function readBody(req: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}
