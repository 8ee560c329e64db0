import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { awaitEntity } from './awaitEntity';

const ref = 'resource:default/redis.team-a.cache';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'redis.team-a.cache' },
};

function task(signal?: AbortSignal) {
  const logger = mockServices.logger.mock();
  return {
    task: { id: 'task-1' },
    logger,
    signal,
    getInitiatorCredentials: async () => mockCredentials.user(),
  };
}

describe('awaitEntity', () => {
  it('returns as soon as the catalog has the entity', async () => {
    const ctx = task();
    const answers = [undefined, undefined, entity];
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => answers.shift(),
    });

    await awaitEntity(ref, ctx, { catalog });

    expect(answers).toEqual([]);
    expect(ctx.logger.info).not.toHaveBeenCalled();
  });

  it('gives up after a while, and says so', async () => {
    const ctx = task();
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => undefined,
    });

    await awaitEntity(ref, ctx, { catalog, patienceMs: 500 });

    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(2);
    expect(ctx.logger.info).toHaveBeenCalledWith(
      'The catalog will show it in a moment',
    );
  });

  it('does not fail an order because the catalog does not answer', async () => {
    const ctx = task();
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => {
        throw new Error('no route to host');
      },
    });

    await awaitEntity(ref, ctx, { catalog });

    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
    expect(ctx.logger.info).toHaveBeenCalledTimes(1);
  });

  it('stops when the task is cancelled', async () => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => undefined,
    });

    await awaitEntity(ref, task(AbortSignal.abort()), { catalog });

    expect(catalog.getEntityByRef).not.toHaveBeenCalled();
  });
});
