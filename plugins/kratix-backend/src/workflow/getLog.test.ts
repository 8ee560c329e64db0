import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kratixWorkflowPaths,
  type WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { LogChunk } from '@kratix-portal/backstage-plugin-kratix-node';
import express from 'express';
import Router from 'express-promise-router';
import { InMemoryKratix } from '../__testUtils__/InMemoryKratix';
import { platformNamed, redisPromise, synced } from '../__testUtils__/redis';
import { until } from '../__testUtils__/until';
import { KratixAuthorizer } from '../authorization';
import { getLog } from './getLog';

jest.setTimeout(60_000);

const subject: WorkflowSubject = {
  type: 'promise',
  platform: 'dev',
  promise: 'redis',
};

/** The route in a server of its own, so that its streams can be looked at. */
async function start(options: {
  authorise?: () => Promise<void>;
  chunks?: () => AsyncGenerator<LogChunk, void, undefined>;
  streamMs?: number;
}) {
  const kratix = new InMemoryKratix([platformNamed('dev')]);
  kratix.change('dev', { promises: synced([redisPromise()]) });
  const opened = { times: 0 };
  kratix.setWorkflows({
    listRuns: async () => ({ runs: [], isComplete: true }),
    streamLog: () => {
      opened.times += 1;
      return (options.chunks ?? endless)();
    },
  });
  const streams = new Set<AbortSignal>();
  const state = { isHandled: false };
  const handler = getLog(
    {
      kratix,
      httpAuth: mockServices.httpAuth(),
      authorizer: new KratixAuthorizer(
        mockServices.permissions.mock({
          authorize: async requests => {
            await options.authorise?.();
            return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
          },
        }),
        () => true,
      ),
    },
    { streams, streamMs: options.streamMs ?? 15 * 60_000 },
  );
  const router = Router();
  router.get('/promises/:platform/:promise/log', async (req, res, next) => {
    try {
      await handler(req, res, next);
    } finally {
      state.isHandled = true;
    }
  });
  const server = express().use(router).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const ask = () =>
    http.get({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      path: kratixWorkflowPaths.log(subject, {
        pod: 'plan-1',
        container: 'plan',
        follow: true,
      }),
      headers: { authorization: mockCredentials.user.header() },
    });
  return { ask, streams, opened, state };
}

const servers: http.Server[] = [];

afterEach(() => {
  servers.splice(0).forEach(server => {
    server.closeAllConnections();
    server.close();
  });
});

async function* endless(): AsyncGenerator<LogChunk, void, undefined> {
  const text = 'x'.repeat(64 * 1024);
  for (;;) {
    yield { type: 'lines', lines: [{ text }] };
  }
}

describe('the place of a stream', () => {
  it('is not taken by who has left before they were known', async () => {
    let isAsked = false;
    let answer = () => {};
    const { ask, streams, opened, state } = await start({
      authorise: () =>
        new Promise(resolve => {
          isAsked = true;
          answer = resolve;
        }),
    });
    const asking = ask();
    asking.on('error', () => undefined);
    await until(() => isAsked);
    asking.destroy();
    // The server has noticed.
    await until(() => servers.every(server => isWithoutConnections(server)));

    answer();

    await until(() => state.isHandled);
    expect(streams.size).toBe(0);
    expect(opened.times).toBe(0);
  });

  it('is given back by who stays and reads nothing', async () => {
    const { ask, streams, state } = await start({ streamMs: 500 });
    const asking = ask();
    asking.on('error', () => undefined);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    response.pause();

    await until(() => state.isHandled);

    expect(streams.size).toBe(0);
  });

  it('is given back by who leaves', async () => {
    const { ask, streams, state } = await start({});
    const asking = ask();
    asking.on('error', () => undefined);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    expect(streams.size).toBe(1);

    asking.destroy();

    await until(() => state.isHandled);
    expect(streams.size).toBe(0);
  });
});

const connections = new WeakMap<http.Server, number>();

function isWithoutConnections(server: http.Server): boolean {
  server.getConnections((_, count) => connections.set(server, count));
  return connections.get(server) === 0;
}
