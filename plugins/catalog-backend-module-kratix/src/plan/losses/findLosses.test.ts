import type { Entity } from '@backstage/catalog-model';
import type { KratixEntityTransformer } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  dev,
  promiseJson,
  promiseOf,
  requestTo,
  snapshotOf,
  synced,
} from '../../__testUtils__/platformState';
import { EntityPlanner } from '../EntityPlanner';

const redis = promiseOf(promiseJson('redis'));

const snapshot = (version = '1') =>
  snapshotOf([redis], {
    redis: synced(
      ['cache', 'queue', 'secret'].map(name =>
        requestTo(redis, name, { resourceVersion: version }),
      ),
    ),
  });

function lossesOf(...transformers: KratixEntityTransformer[]) {
  const planner = new EntityPlanner({
    platform: dev,
    config: { select: 'all', isDestinationsIncluded: false },
    transformers,
  });
  planner.plan(snapshot());
  planner.plan(snapshot('2'));
  return planner.findLosses().map(({ wording: _, ...problem }) => problem);
}

const systemOf = (owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { owner },
});

describe('findLosses', () => {
  it('finds none where nothing is left out', () => {
    expect(lossesOf()).toEqual([]);
    expect(lossesOf({ request: ({ entities }) => [...entities] })).toEqual([]);
  });

  it('names what transformers leave out of a Promise, and counts what of its requests', () => {
    const losses = lossesOf({
      promise: ({ entities }) => entities.filter(({ kind }) => kind !== 'API'),
      request: ({ request, entities }) =>
        request.name === 'cache' ? entities : [],
    });

    expect(losses).toEqual([
      {
        platform: 'dev',
        code: 'transformer-left-out',
        kind: 'Promise',
        name: 'redis',
        message:
          'Entity transformers of this Backstage leave out api:default/redis.',
      },
      {
        platform: 'dev',
        code: 'transformer-left-out',
        kind: 'Promise',
        name: 'redis',
        message:
          'Entity transformers of this Backstage leave out 2 entities of its requests.',
      },
    ]);
    expect(JSON.stringify(losses)).not.toContain('secret');
  });

  it('does not call a new name a loss', () => {
    expect(
      lossesOf({
        request: ({ entities }) =>
          entities.map(entity => ({
            ...entity,
            metadata: { ...entity.metadata, name: `x-${entity.metadata.name}` },
          })),
      }),
    ).toEqual([]);
  });

  it('tells of entities that several objects give, but not when all say the same', () => {
    const adding = (toSystem: (name: string) => Entity) =>
      ({
        request: ({ request, entities }) => [
          ...entities,
          toSystem(request.name),
        ],
      } satisfies KratixEntityTransformer);

    expect(lossesOf(adding(() => systemOf('group:default/shop')))).toEqual([]);
    expect(lossesOf(adding(name => systemOf(`group:default/${name}`)))).toEqual(
      [
        expect.objectContaining({
          code: 'entity-taken',
          kind: 'Promise',
          name: 'redis',
          message:
            '2 entities of its requests are not in the catalog, because other objects of this platform give entities of the same names.',
        }),
      ],
    );
  });
});
