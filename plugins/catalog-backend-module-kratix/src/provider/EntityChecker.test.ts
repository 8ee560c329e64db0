import type { Entity } from '@backstage/catalog-model';
import type { EntityPlan, KnownSlice } from '../plan/EntityPlan';
import { EntityChecker } from './EntityChecker';

const location = {
  'backstage.io/managed-by-location': 'kratix:dev/x',
  'backstage.io/managed-by-origin-location': 'kratix:dev/x',
};

const resource = (overrides: {
  metadata?: object;
  spec?: object;
  root?: object;
}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'a', annotations: location, ...overrides.metadata },
  spec: {
    type: 'kratix-resource',
    owner: 'group:default/platform',
    ...overrides.spec,
  },
  ...overrides.root,
});

function planOf(...entities: Entity[]): EntityPlan {
  const slice: KnownSlice = {
    state: 'known',
    entities: new Map(
      entities.map(entity => [
        `resource:default/${entity.metadata.name}`,
        entity,
      ]),
    ),
    unsayable: new Set(),
    problems: [],
  };
  return {
    platform: 'dev',
    slices: new Map([['promises', slice]]),
    stale: new Set(),
    areOrphansKnown: true,
  };
}

describe('EntityChecker', () => {
  it('leaves a plan of good entities as it is', async () => {
    const plan = planOf(resource({}), resource({ metadata: { name: 'b' } }));

    const checked = await new EntityChecker().check(plan);

    expect(checked.slices.get('promises')).toBe(plan.slices.get('promises'));
  });

  it('leaves a kind of the adopter to the processor that knows it', async () => {
    const plan = planOf(
      resource({
        metadata: { name: 'own' },
        root: { apiVersion: 'acme.example/v1', kind: 'CostReport' },
      }),
    );

    expect(await new EntityChecker().check(plan)).toEqual(plan);
  });

  it.each([
    [{ metadata: { name: 'bad', tags: ['ok', 'No Tag'] } }, 'tags.1'],
    [{ metadata: { name: 'bad' }, spec: { owner: 7 } }, 'spec.owner'],
  ])('says where, so that a log need not say what', async (parts, path) => {
    const { slices } = await new EntityChecker().check(planOf(resource(parts)));

    expect(slices.get('promises')).toMatchObject({ problems: [{ path }] });
  });

  it.each<[string, Entity, RegExp]>([
    [
      'a name that is too long',
      resource({ metadata: { name: 'x'.repeat(64) } }),
      /name/,
    ],
    [
      'an annotation that is no string',
      resource({
        metadata: { name: 'bad', annotations: { ...location, a: 1 } },
      }),
      /annotation/,
    ],
    [
      'a bad tag',
      resource({ metadata: { name: 'bad', tags: ['No Tag'] } }),
      /tags/,
    ],
    [
      'no owner',
      resource({ metadata: { name: 'bad' }, spec: { owner: undefined } }),
      /owner/,
    ],
    [
      'a status',
      resource({ metadata: { name: 'bad' }, root: { status: {} } }),
      /status/,
    ],
    [
      'an address to fetch',
      resource({
        metadata: { name: 'bad' },
        spec: { a: [{ b: { $text: 'https://evil.example' } }] },
      }),
      /\$/,
    ],
    [
      'a foreign kind',
      resource({ metadata: { name: 'bad' }, root: { kind: 'Thing' } }),
      /Thing/,
    ],
  ])(
    'takes out one with %s, keeps what was sent of it, and says why',
    async (_, bad, reason) => {
      const good = resource({ metadata: { name: 'good' } });

      const checked = await new EntityChecker().check(planOf(good, bad));

      const slice = checked.slices.get('promises') as KnownSlice;
      const ref = `resource:default/${bad.metadata.name}`;
      expect([...slice.entities.values()]).toEqual([good]);
      expect([...slice.unsayable]).toEqual([ref]);
      expect(slice.problems).toEqual([
        expect.objectContaining({
          code: 'entity-refused',
          name: bad.metadata.name,
          message: expect.stringMatching(reason),
        }),
      ]);
    },
  );
});
