import { PassThrough } from 'node:stream';
import type { Response } from 'supertest';
import {
  kratixWorkflowPaths,
  logEventSchema,
  workflowRunsResponseSchema,
  type WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  LogChunk,
  LogOptions,
  WorkflowReader,
  WorkflowTarget,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';
import { redisPromise, redisRequest, synced } from '../__testUtils__/redis';
import { until } from '../__testUtils__/until';

const request: WorkflowSubject = {
  type: 'request',
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};
const promise: WorkflowSubject = {
  type: 'promise',
  platform: 'dev',
  promise: 'redis',
};
const query = { pod: 'plan-1', container: 'plan' };

class FakeReader implements WorkflowReader {
  readonly asked: WorkflowTarget[] = [];
  readonly logs: LogOptions[] = [];
  chunks: () => AsyncGenerator<LogChunk, void, undefined> =
    async function* none() {};

  async listRuns(target: WorkflowTarget) {
    this.asked.push(target);
    return { runs: [], isComplete: true };
  }

  streamLog(_target: WorkflowTarget, options: LogOptions) {
    this.logs.push(options);
    return this.chunks();
  }
}

async function start(decisions?: Decisions) {
  const backend = await startKratixBackend({ decisions });
  const reader = new FakeReader();
  backend.kratix.setWorkflows(reader);
  backend.kratix.change('dev', {
    promises: synced([redisPromise()]),
    requests: new Map([['redis', synced([redisRequest('team-a', 'cache')])]]),
    bindings: synced([]),
    revisions: synced([]),
    namespaces: synced([]),
  });
  return { ...backend, reader };
}

describe('runs', () => {
  it.each([
    [
      request,
      { type: 'request', promise: 'redis', namespace: 'team-a', name: 'cache' },
    ],
    [promise, { type: 'promise', promise: 'redis' }],
  ])('answers for %j', async (subject, target) => {
    const { get, reader } = await start();

    const response = await get(kratixWorkflowPaths.runs(subject));

    expect(response.status).toBe(200);
    expect(workflowRunsResponseSchema.parse(response.body)).toEqual({
      runs: [],
      isComplete: true,
    });
    expect(reader.asked).toEqual([target]);
  });

  it('looks a bounded number of times, however often the page asks', async () => {
    const { get, reader } = await start();

    const responses = await Promise.all(
      Array.from({ length: 50 }, () => get(kratixWorkflowPaths.runs(request))),
    );

    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(reader.asked).toHaveLength(1);
  });

  it.each([request, promise])(
    'is refused to who may not read %j',
    async subject => {
      const { get, reader } = await start({ rest: deny });

      for (const path of [
        kratixWorkflowPaths.runs(subject),
        kratixWorkflowPaths.log(subject, query),
      ]) {
        expect((await get(path)).status).toBe(403);
      }
      expect(reader.asked).toEqual([]);
      expect(reader.logs).toEqual([]);
    },
  );

  it('lets who may read requests read no workflow of a Promise', async () => {
    const { get } = await start({ rest: allow, 'kratix.promise.read': deny });

    expect((await get(kratixWorkflowPaths.runs(request))).status).toBe(200);
    expect((await get(kratixWorkflowPaths.runs(promise))).status).toBe(403);
  });

  it('does not blame the person for what the platform refuses the portal', async () => {
    const { get, reader } = await start();
    reader.listRuns = async () => {
      throw new NotAllowedError('jobs.batch is forbidden');
    };

    const response = await get(kratixWorkflowPaths.runs(request));

    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain('jobs.batch is forbidden');
  });

  it('says that there is no such request', async () => {
    const { get } = await start();

    const response = await get(
      kratixWorkflowPaths.runs({ ...request, name: 'none' }),
    );

    expect(response.status).toBe(404);
  });
});

describe('log', () => {
  it('streams events as JSON lines', async () => {
    const { get, reader } = await start();
    reader.chunks = async function* chunks() {
      yield { type: 'lines', lines: [{ text: 'one' }, { text: 'two\u2028' }] };
      yield { type: 'end', reason: 'finished' };
    };

    const response = await get(
      kratixWorkflowPaths.log(request, {
        ...query,
        follow: true,
        sinceTime: '2026-08-20T10:00:00.000000001Z',
      }),
    )
      .buffer(true)
      .parse(collect);

    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toContain('no-transform');
    expect(eventsOf(response.body)).toEqual([
      { type: 'lines', lines: [{ text: 'one' }, { text: 'two\u2028' }] },
      { type: 'end', reason: 'finished' },
    ]);
    expect(reader.logs).toEqual([
      {
        ...query,
        follow: true,
        previous: false,
        sinceTime: '2026-08-20T10:00:00.000000001Z',
        signal: expect.any(AbortSignal),
      },
    ]);
  });

  it('answers a refusal before the first line as a refusal', async () => {
    const { get, reader } = await start();
    // eslint-disable-next-line require-yield
    reader.chunks = async function* chunks() {
      throw new NotFoundError('There is no Pod plan-1');
    };

    const response = await get(kratixWorkflowPaths.log(request, query));

    expect(response.status).toBe(404);
  });

  it.each([
    'pod=&container=a',
    'pod=a',
    'pod=a&container=a&tailLines=0',
    'pod=a&container=a&sinceTime=now',
  ])('refuses the query %s', async text => {
    const { get, reader } = await start();
    const path = kratixWorkflowPaths.log(request, query).split('?')[0];

    expect((await get(`${path}?${text}`)).status).toBe(400);
    expect(reader.logs).toEqual([]);
  });

  it('stops reading when nobody listens any more, and does not read ahead of a slow reader', async () => {
    const { get, reader } = await start();
    const text = 'x'.repeat(64 * 1024);
    const state = { produced: 0, isReturned: false };
    reader.chunks = async function* chunks() {
      try {
        for (;;) {
          state.produced += 1;
          yield { type: 'lines', lines: [{ text }] };
        }
      } finally {
        state.isReturned = true;
      }
    };
    const sink = new PassThrough();
    const asking = get(kratixWorkflowPaths.log(request, query));
    const ignore = () => undefined;
    sink.on('error', ignore);
    asking.on('error', ignore);
    asking.on('response', response => response.on('error', ignore));
    asking.pipe(sink);

    await until(() => state.produced > 3);
    const settled = await untilStill(() => state.produced);
    // Buffers of sockets and of streams hold some megabytes; endless production would be far beyond.
    expect(settled).toBeLessThan(500);

    asking.abort();
    await until(() => state.isReturned);
    expect(reader.logs[0]?.signal?.aborted).toBe(true);
  });
});

function collect(
  res: Response,
  done: (error: Error | null, body: string) => void,
) {
  const chunks: Buffer[] = [];
  res.on('data', chunk => chunks.push(Buffer.from(chunk)));
  res.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
}

function eventsOf(body: unknown) {
  return String(body)
    .trimEnd()
    .split('\n')
    .map(line => logEventSchema.parse(JSON.parse(line)));
}

async function untilStill(read: () => number): Promise<number> {
  let before = -1;
  const end = Date.now() + 30_000;
  while (read() !== before && Date.now() < end) {
    before = read();
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
  return read();
}
