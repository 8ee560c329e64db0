import {
  AuthenticationError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  deliveryFileResponseSchema,
  deliveryPaths,
  deliveryResponseSchema,
  destinationsResponseSchema,
  eventsResponseSchema,
  parseDestination,
  parseStateStore,
  parseWork,
  type ClusterEvent,
  type Parsed,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliveryClient } from '@kratix-portal/backstage-plugin-kratix-node';
import { redisPromise, redisRequest, synced } from '../__testUtils__/redis';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';

const ref = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};
const promiseRef = { platform: 'dev', promise: 'redis' };
const file = { work: 'redis-cache-1f3a9', group: '5058f', path: 'a.yaml' };

function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

const work = value(
  parseWork({
    metadata: {
      name: 'redis-cache-1f3a9',
      namespace: 'team-a',
      labels: { 'kratix.io/work-type': 'resource' },
    },
    spec: {
      promiseName: 'redis',
      workloadGroups: [
        {
          id: '5058f',
          directory: '.',
          destinationSelectors: [
            { matchLabels: { environment: 'moon' }, source: 'promise' },
          ],
          workloads: [{ filepath: 'a.yaml' }],
        },
      ],
    },
    status: {
      conditions: [
        {
          type: 'ScheduleSucceeded',
          status: 'False',
          reason: 'UnscheduledWorkloads',
          message: '',
        },
      ],
    },
  }),
);

const destination = value(
  parseDestination({
    metadata: { name: 'dev-1', labels: { environment: 'dev' } },
    spec: {
      path: 'dev',
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
    },
  }),
);

const store = value(
  parseStateStore(
    {
      metadata: { name: 'default' },
      spec: { endpoint: 'minio:9000', bucketName: 'kratix' },
      status: { status: 'Ready' },
    },
    'BucketStateStore',
  ),
);

const event: ClusterEvent = {
  uid: 'one',
  type: 'Warning',
  reason: 'WorksFailing',
  message: 'Some works failed',
  subject: { kind: 'redis', namespace: 'team-a', name: 'cache' },
  reporter: '',
  count: 1,
};

function aClient(parts: Partial<DeliveryClient> = {}) {
  return {
    read: jest.fn(
      parts.read ??
        (async () => ({ works: [work], workPlacements: [], isComplete: true })),
    ),
    readFile: jest.fn(
      parts.readFile ??
        (async () => ({
          type: 'text' as const,
          text: 'kind: Secret\ndata: {p: hunter2}\nx: "\u202E"\n',
          bytes: 40,
          isCut: false,
        })),
    ),
    readEvents: jest.fn(
      parts.readEvents ??
        (async () => ({ events: [event, event], isComplete: true })),
    ),
  };
}

async function start(
  client: ReturnType<typeof aClient> = aClient(),
  decisions: Decisions = { rest: allow },
) {
  const backend = await startKratixBackend({ decisions });
  backend.kratix.setDeliveries(client);
  backend.kratix.change('dev', {
    promises: synced([redisPromise()]),
    requests: new Map([['redis', synced([redisRequest('team-a', 'cache')])]]),
    destinations: synced([destination]),
    gitStateStores: {
      state: 'unknown',
      problem: { reason: 'notInstalled', message: '', since: '' },
    },
    bucketStateStores: synced([store]),
  });
  return { ...backend, client };
}

describe('deliveries', () => {
  it('says why a request has nowhere to go', async () => {
    const { get } = await start();

    const { status, body } = await get(deliveryPaths.delivery(ref));

    expect(status).toBe(200);
    const [group] = deliveryResponseSchema.parse(body).works[0]?.groups ?? [];
    expect(group?.reason).toMatchObject({
      code: 'noDestination',
      unmet: ['environment=moon'],
    });
    expect(group?.matches?.[0]).toMatchObject({
      name: 'dev-1',
      isMatch: false,
    });
  });

  it('asks the cluster once for many pages', async () => {
    const { get, client } = await start();

    await Promise.all(
      [1, 2, 3].map(() => get(deliveryPaths.delivery(ref)).expect(200)),
    );

    expect(client.read).toHaveBeenCalledTimes(1);
  });

  it('answers for a Promise too', async () => {
    const { get, client } = await start();

    await get(deliveryPaths.delivery(promiseRef)).expect(200);

    expect(client.read).toHaveBeenCalledWith(
      expect.objectContaining({ promise: 'redis', kind: 'Promise' }),
      expect.anything(),
    );
    expect(client.read.mock.calls[0]?.[0]).not.toHaveProperty('request');
  });

  it('shows a file without secrets and without hidden characters', async () => {
    const { get } = await start();

    const { body } = await get(deliveryPaths.file(ref, file)).expect(200);

    const answer = deliveryFileResponseSchema.parse(body);
    expect(answer).toMatchObject({
      type: 'text',
      hasMaskedSecrets: true,
      hasHiddenCharacters: true,
    });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(JSON.stringify(answer)).not.toContain('\u202E');
  });

  it.each([
    ['no query', ''],
    ['a path that is too long', `?work=a&path=${'a'.repeat(5000)}`],
    ['two works', '?work=a&work=b&path=c'],
  ])('refuses %s', async (_, query) => {
    const { get, client } = await start();

    await get(`${deliveryPaths.delivery(ref)}/file${query}`).expect(400);
    expect(client.readFile).not.toHaveBeenCalled();
  });

  it('joins events', async () => {
    const { get } = await start();

    const { body } = await get(deliveryPaths.events(ref)).expect(200);

    expect(eventsResponseSchema.parse(body).events).toHaveLength(1);
  });

  it.each([
    ['a file that is gone', new NotFoundError('gone'), 404],
    ['a platform that is away', new ServiceUnavailableError('away'), 503],
    // Neither the person's missing right, nor a reason to sign in again.
    ['what the portal may not read', new NotAllowedError('no works'), 503],
    ['a portal that nobody knows', new AuthenticationError('who?'), 503],
  ])('tells %s from other trouble', async (_, error, status) => {
    const fail = async () => {
      throw error;
    };
    const { get } = await start(
      aClient({ read: fail, readFile: fail, readEvents: fail }),
    );

    for (const path of [
      deliveryPaths.delivery(ref),
      deliveryPaths.file(ref, file),
      deliveryPaths.events(ref),
    ]) {
      const { status: given, body } = await get(path);
      expect(given).toBe(status);
      expect(body.error.message).toContain(error.message);
    }
  });

  it('says of a request that there is not that it is not there', async () => {
    const { get, client } = await start();

    await get(deliveryPaths.delivery({ ...ref, name: 'none' })).expect(404);
    expect(client.read).not.toHaveBeenCalled();
  });

  it.each([
    deliveryPaths.delivery(ref),
    deliveryPaths.file(ref, file),
    deliveryPaths.events(ref),
    deliveryPaths.delivery(promiseRef),
    deliveryPaths.file(promiseRef, file),
    deliveryPaths.events(promiseRef),
    deliveryPaths.destinations('dev'),
  ])('keeps %s from those who may not', async path => {
    const { get, client } = await start(aClient(), { rest: deny });

    await get(path).expect(403);
    expect(client.read).not.toHaveBeenCalled();
    expect(client.readFile).not.toHaveBeenCalled();
    expect(client.readEvents).not.toHaveBeenCalled();
  });
});

describe('destinations', () => {
  it('says of each whether it is ready; a kind that is not installed has none', async () => {
    const { get } = await start();

    const { body } = await get(deliveryPaths.destinations('dev')).expect(200);

    expect(destinationsResponseSchema.parse(body)).toMatchObject({
      destinations: [{ name: 'dev-1', readiness: { state: 'notReported' } }],
      stores: [
        {
          name: 'default',
          location: 'minio:9000/kratix',
          readiness: { state: 'ready' },
        },
      ],
      problems: [],
      freshness: { state: 'live' },
    });
  });

  it('does not take what is not known for none', async () => {
    const { get, kratix } = await start();
    kratix.change('dev', {
      destinations: {
        state: 'unknown',
        problem: { reason: 'forbidden', message: 'may not', since: 'now' },
      },
    });

    const { body } = await get(deliveryPaths.destinations('dev')).expect(200);

    expect(body).not.toHaveProperty('destinations');
    expect(body.problems).toMatchObject([{ reason: 'forbidden' }]);
  });

  it('is unavailable while nothing is known', async () => {
    const { get, kratix } = await start();
    kratix.change('dev', {
      destinations: { state: 'unknown' },
      gitStateStores: { state: 'unknown' },
      bucketStateStores: { state: 'unknown' },
    });

    expect((await get(deliveryPaths.destinations('dev'))).status).toBe(503);
  });
});
