import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  buildDestinationEntity,
  buildPromiseEntities,
  buildRemovalTemplate,
  buildRequestEntity,
  parseDestination,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  dev,
  promiseJson,
  promiseOf,
  requestTo,
} from '../__testUtils__/platformState';
import { fetchBaseline } from './fetchBaseline';

const redis = promiseOf(promiseJson('redis'));
const prod = { ...dev, name: 'prod', catalogNamespace: 'prod' };

function entitiesOn(platform: typeof dev): Entity[] {
  const destination = parseDestination({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name: 'worker', uid: 'w', resourceVersion: '1' },
    spec: { path: 'worker' },
  });
  const removal = buildRemovalTemplate({
    ...platform,
    delivery: {
      mode: 'pull-request',
      repository: {
        ...{ host: 'github.com', owner: 'acme', repo: 'orders' },
        ...{ path: '', branch: 'main', forge: 'github' },
      },
    },
  });
  return [
    ...(removal ? [removal] : []),
    ...buildPromiseEntities(redis, platform).entities,
    buildRequestEntity(requestTo(redis, 'cache'), {
      platform,
      phase: 'Ready',
      promise: redis,
    }).entity,
    ...(destination.ok
      ? [buildDestinationEntity(destination.value, platform).entity]
      : []),
  ];
}

describe('fetchBaseline', () => {
  it('finds what the catalog has of one platform, by the collection that it came from', async () => {
    const foreign: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'by-hand',
        annotations: {
          'kratix-portal.io/platform': 'dev',
          'backstage.io/managed-by-origin-location':
            'url:https://example.com/x.yaml',
        },
      },
    };
    const catalog = catalogServiceMock({
      entities: [...entitiesOn(dev), ...entitiesOn(prod), foreign],
    });

    const baseline = await fetchBaseline('dev', {
      catalog,
      auth: mockServices.auth(),
    });

    expect([...baseline.names]).toEqual([['redis', {}]]);
    expect([...baseline.entities]).toEqual([
      ['template:default/kratix_remove', 'removal'],
      ['component:default/redis', 'promises'],
      ['api:default/redis', 'promises'],
      ['template:default/redis', 'promises'],
      ['resource:default/redis.team-a.cache', 'requests/redis'],
      ['resource:default/destination_worker', 'destinations'],
    ]);
  });
});
