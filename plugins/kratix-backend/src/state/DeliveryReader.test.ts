import { mockServices } from '@backstage/backend-test-utils';
import type {
  Delivery,
  RequestClient,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { redisRequest } from '../__testUtils__/redis';
import { DeliveryReader } from './DeliveryReader';

const nothing: Delivery = { works: [], workPlacements: [], isComplete: true };
const cache = redisRequest('team-a', 'cache');

function createReader(getDelivery: RequestClient['getDelivery']) {
  const clock = { nowMs: 0 };
  const asked = jest.fn(getDelivery);
  const logger = mockServices.logger.mock();
  const reader = new DeliveryReader({
    kratix: {
      requests: () => ({ getDelivery: asked }),
    },
    logger,
    nowMs: () => clock.nowMs,
  });
  return { reader, asked, clock, logger };
}

describe('DeliveryReader', () => {
  it('asks once for everybody who asks at the same time, and for a while after', async () => {
    const { reader, asked, clock } = createReader(async () => nothing);

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => reader.read('dev', cache)),
    );
    clock.nowMs = 3_999;
    await reader.read('dev', cache);

    expect(answers).toEqual(Array.from({ length: 50 }, () => nothing));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledWith(
      { promise: 'redis', namespace: 'team-a', name: 'cache' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('asks again after a while, since a delivery changes by itself', async () => {
    const { reader, asked, clock } = createReader(async () => nothing);
    await reader.read('dev', cache);

    clock.nowMs = 4_000;
    await reader.read('dev', cache);

    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('asks again when the request has changed', async () => {
    const { reader, asked } = createReader(async () => nothing);
    await reader.read('dev', cache);

    await reader.read('dev', { ...cache, resourceVersion: '13' });

    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('keeps requests and platforms apart', async () => {
    const { reader, asked } = createReader(async () => nothing);

    await reader.read('dev', cache);
    await reader.read('prod', cache);
    await reader.read('dev', redisRequest('team-b', 'cache'));

    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('says that it does not know, leaves the platform alone for longer, and logs once', async () => {
    const { reader, asked, clock, logger } = createReader(async () => {
      throw new Error('works is forbidden');
    });

    expect(await reader.read('dev', cache)).toBeUndefined();
    clock.nowMs = 19_999;
    await reader.read('dev', cache);
    expect(asked).toHaveBeenCalledTimes(1);

    clock.nowMs = 20_000;
    await reader.read('dev', cache);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.any(String), {
      platform: 'dev',
      error: 'works is forbidden',
    });
  });

  it('does not grow without end', async () => {
    const { reader, asked } = createReader(async () => nothing);
    for (let index = 0; index < 501; index += 1) {
      await reader.read('dev', redisRequest('team-a', `cache-${index}`));
    }

    await reader.read('dev', redisRequest('team-a', 'cache-0'));

    expect(asked).toHaveBeenCalledTimes(502);
  });
});
