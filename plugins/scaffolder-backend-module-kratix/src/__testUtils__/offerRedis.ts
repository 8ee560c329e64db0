import type { Sandbox } from '@kratix-portal/sandbox';
import { createDestination } from './createDestination';
import { redisPromise } from './redisPromise';
import { until } from './runTask';

/** Where requests to the Promise of `redisPromise` are. */
export const redises = {
  group: 'example.com',
  version: 'v1',
  resource: 'redises',
};

/** A platform on which a team may order Redis, and somewhere for its files to go. */
export async function offerRedis(sandbox: Sandbox): Promise<void> {
  createDestination(sandbox);
  sandbox.cluster.create(
    { group: '', version: 'v1', resource: 'namespaces' },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
  );
  sandbox.cluster.create(
    {
      group: 'platform.kratix.io',
      version: 'v1alpha1',
      resource: 'promises',
    },
    redisPromise(),
  );
  await until(async () => sandbox.cluster.serves(redises));
}
