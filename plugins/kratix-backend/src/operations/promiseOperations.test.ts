import {
  kratixPromiseOperationPaths,
  promiseOperationsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { redisPromise, synced } from '../__testUtils__/redis';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';

const ref = { platform: 'dev', promise: 'redis' };
const promise = redisPromise();
const body = { uid: promise.uid };

async function start(decisions: Decisions = { rest: allow }) {
  const backend = await startKratixBackend({ decisions });
  backend.kratix.change('dev', { promises: synced([promise]) });
  const done = jest.fn(async () => promise);
  backend.kratix.setPromiseOperations({
    getManifest: jest.fn(),
    getReleaseManifest: jest.fn(),
    applyRelease: jest.fn(),
    apply: jest.fn(),
    rerun: done,
    rerunRequests: done,
    pause: done,
    unpause: done,
  });
  return { ...backend, done };
}

describe('operations on a Promise', () => {
  it('are told with the reasons why not', async () => {
    const { get } = await start({ rest: allow, 'kratix.promise.pause': deny });

    const { body: json } = await get(
      kratixPromiseOperationPaths.operations(ref),
    );

    const { operations, uid } = promiseOperationsResponseSchema.parse(json);
    expect(uid).toBe(promise.uid);
    expect(
      operations.map(({ name, availability }) => `${name}: ${availability}`),
    ).toEqual([
      'rerun: unavailable',
      'rerunRequests: available',
      'pause: forbidden',
      'unpause: unavailable',
    ]);
  });

  it('are done for who may', async () => {
    const { post, done } = await start();

    const { status } = await post(
      kratixPromiseOperationPaths.operation(ref, 'pause'),
      body,
    );

    expect(status).toBe(202);
    expect(done).toHaveBeenCalledWith('redis', body);
  });

  it.each([
    ['pause', 403],
    ['unpause', 403],
    ['rerun', 409],
    ['explode', 404],
  ])('are refused otherwise: %s', async (name, expected) => {
    const { post, done } = await start({
      rest: allow,
      'kratix.promise.pause': deny,
    });

    const { status } = await post(
      `${kratixPromiseOperationPaths.operations(ref)}/${name}`,
      body,
    );

    expect(status).toBe(expected);
    expect(done).not.toHaveBeenCalled();
  });
});
