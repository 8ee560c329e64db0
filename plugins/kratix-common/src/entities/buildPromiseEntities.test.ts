import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { asPromise } from '../__fixtures__/parsed';
import { platform } from '../__fixtures__/platform';
import { redisPromise } from '../__fixtures__/redisPromise';
import { buildPromiseEntities } from './buildPromiseEntities';

// eslint-disable-next-line no-script-url
const scriptUrl = 'javascript:alert(1)';

describe('buildPromiseEntities', () => {
  it.each([
    ['paused', { labels: { 'kratix.io/paused': 'true' } }, ['paused']],
    [
      'kept by a release',
      { labels: { 'kratix.io/promise-release-name': 'redis-release' } },
      ['release-managed'],
    ],
    [
      'being removed',
      { deletionTimestamp: '2026-08-20T10:00:00Z' },
      ['being-removed'],
    ],
  ])('says that a Promise is %s', async (_, metadata, tags) => {
    const json = redisPromise();
    json.metadata = { ...json.metadata, ...metadata };

    const [component] = buildPromiseEntities(
      asPromise(json),
      platform,
    ).entities;

    expect(component?.metadata.tags).toEqual(['kratix', ...tags]);
    await assertCatalogTakes(component as Entity);
  });

  it('says that a Promise takes no requests', () => {
    const json = redisPromise();
    json.status = { status: 'Unavailable' } as typeof json.status;

    const [component] = buildPromiseEntities(
      asPromise(json),
      platform,
    ).entities;

    expect(component?.metadata.tags).toEqual(['kratix', 'unavailable']);
    expect(component?.metadata.annotations).toMatchObject({
      'kratix-portal.io/availability': 'unavailable',
      'kratix-portal.io/promise-state': 'unavailable',
    });
  });

  it('makes a Component, an API and a Template that the catalog takes', async () => {
    const { entities, problems } = buildPromiseEntities(
      asPromise(redisPromise()),
      platform,
    );

    expect(problems).toEqual([]);
    expect(entities.map(({ kind }) => kind)).toEqual([
      'Component',
      'API',
      'Template',
    ]);
    expect(entities[0]).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'redis',
        namespace: 'default',
        title: 'Redis',
        annotations: {
          'backstage.io/managed-by-location': 'kratix:dev/promises/redis',
          'backstage.io/managed-by-origin-location':
            'kratix:dev/promises/redis',
          'kratix.io/type': 'promise',
          'kratix.io/promise-name': 'redis',
          'kratix.io/promise-version': 'v0.2.0',
          'kratix.io/api-name': 'Redis',
          'kratix.io/api-group': 'marketplace.kratix.io',
          'kratix.io/version': 'v1alpha1',
          'kratix.io/backstage-promise-template': 'template:default/redis',
          'kratix-portal.io/platform': 'dev',
          'kratix-portal.io/plural': 'redis',
          'kratix-portal.io/availability': 'available',
        },
        tags: ['kratix'],
      },
      spec: {
        type: 'kratix-promise',
        lifecycle: 'production',
        owner: 'group:default/data',
        providesApis: ['api:default/redis'],
        dependsOn: ['component:default/vault'],
      },
    });
    for (const entity of entities) {
      await expect(assertCatalogTakes(entity)).resolves.toBeUndefined();
    }
  });

  it('describes every operation and field in the API', () => {
    const api = findKind(
      buildPromiseEntities(asPromise(redisPromise()), platform).entities,
      'API',
    );

    const document = parse(String(api.spec?.definition));

    expect(document).toMatchObject({
      openapi: '3.0.3',
      paths: {
        '/apis/marketplace.kratix.io/v1alpha1/namespaces/{namespace}/redis': {
          get: { operationId: 'listRedis' },
          post: { operationId: 'createRedis' },
        },
        '/apis/marketplace.kratix.io/v1alpha1/namespaces/{namespace}/redis/{name}':
          {
            get: { operationId: 'readRedis' },
            patch: { operationId: 'patchRedis' },
            delete: { operationId: 'deleteRedis' },
          },
      },
      components: {
        schemas: {
          Redis: {
            properties: {
              spec: {
                required: ['size'],
                properties: {
                  size: { description: 'How much memory it gets' },
                },
              },
            },
          },
        },
      },
    });
  });

  it('keeps a reference to elsewhere out of the API', () => {
    const json = redisPromise();
    json.spec.api.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.size.$ref =
      'https://evil.example/schema.json';

    const api = findKind(
      buildPromiseEntities(asPromise(json), platform).entities,
      'API',
    );

    expect(api.spec?.definition).not.toContain('evil');
  });

  it.each([
    ['has no API', undefined],
    ['has one that cannot be used', { kind: 'Redis' }],
  ])(
    'makes only a Component of a Promise that %s, and repeats nothing',
    (_, api) => {
      const json = redisPromise();
      json.spec.api = api;

      const { entities, problems } = buildPromiseEntities(
        asPromise(json),
        platform,
      );

      expect(entities.map(({ kind }) => kind)).toEqual(['Component']);
      expect(problems).toEqual([]);
    },
  );

  it('points only to Promises that have entities', () => {
    const [component] = buildPromiseEntities(
      asPromise(redisPromise()),
      platform,
      { knownPromises: new Set(['redis']) },
    ).entities;

    expect(component?.spec).not.toHaveProperty('dependsOn');
  });

  it('is shaped by its author', async () => {
    const component = annotated({
      'kratix-portal.io/title': 'Cache',
      'kratix-portal.io/description': 'A fast store',
      'kratix-portal.io/tags': 'Data Stores, cache',
      'kratix-portal.io/lifecycle': 'experimental',
      'kratix-portal.io/system': 'storage',
      'kratix-portal.io/docs': 'https://docs.example/redis',
      'kratix-portal.io/links':
        '[{"url":"https://chat.example/redis","title":"Help","icon":"chat"}]',
      'kratix-portal.io/owner': 'User:Ana',
    });

    expect(component.problems).toEqual([]);
    expect(component.entity).toMatchObject({
      metadata: {
        title: 'Cache',
        description: 'A fast store',
        tags: ['kratix', 'data-stores', 'cache'],
        links: [
          {
            url: 'https://docs.example/redis',
            title: 'Documentation',
            icon: 'docs',
          },
          { url: 'https://chat.example/redis', title: 'Help', icon: 'chat' },
        ],
      },
      spec: {
        lifecycle: 'experimental',
        system: 'system:default/storage',
        owner: 'user:default/ana',
      },
    });
    await assertCatalogTakes(component.entity);
  });

  it('has nothing hidden in its words', () => {
    const { entity } = annotated({
      'kratix-portal.io/title': '\u202eehcaC',
      'kratix-portal.io/description': 'Fast\u200b\nand small',
    });

    expect(entity?.metadata).toMatchObject({
      title: '\\u202eehcaC',
      description: 'Fast\\u200b\nand small',
    });
  });

  it('takes the keys of SKE, after ours', () => {
    const { entity } = annotated({
      'ske.backstage.component/title': 'Theirs',
      'kratix-portal.io/title': 'Ours',
      'ske.backstage.component/dependsOn': 'component:a, resource:b/c',
      'ske.backstage.component/owner': 'platform-team',
    });

    expect(entity).toMatchObject({
      metadata: { title: 'Ours' },
      spec: {
        owner: 'group:default/platform-team',
        dependsOn: [
          'component:default/vault',
          'component:default/a',
          'resource:b/c',
        ],
      },
    });
  });

  it.each([
    ['owner', 'not an owner!'],
    ['owner', 'component:default/redis'],
    ['owner', 'a:b:c'],
    ['system', 'x'.repeat(100)],
    ['tags', 'ok, ☃, ---'],
    ['links', scriptUrl],
    ['links', '[{"url":"file:///etc/passwd"}]'],
    ['links', 'https://ana:secret@example.org/'],
    ['links', '{"url": {"$text": "https://evil.example"}}'],
    ['links', '[1, null, "https://ok.example"]'],
    ['docs', scriptUrl],
    ['docs', 'url:file:///etc/passwd'],
    ['lifecycle', 'production; drop'],
    ['icon', '<script>'],
  ])('drops the %s "%s", says so, and stays valid', async (key, value) => {
    const { entity, problems } = annotated({
      [`kratix-portal.io/${key}`]: value,
    });

    await assertCatalogTakes(entity);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'unusable-annotation',
        message: expect.stringContaining(`kratix-portal.io/${key}`),
      }),
    );
    expect(problems[0]?.message).not.toContain(value);
    expect(JSON.stringify(entity)).not.toMatch(
      /javascript:|file:|secret|evil|script>/,
    );
  });
});

function annotated(annotations: Record<string, string>): {
  entity: Entity;
  problems: readonly { code: string; message: string }[];
} {
  const json = redisPromise();
  json.metadata.annotations = annotations;
  const { entities, problems } = buildPromiseEntities(
    asPromise(json),
    platform,
  );
  return { entity: findKind(entities, 'Component'), problems };
}

function findKind(entities: readonly Entity[], kind: string): Entity {
  const found = entities.find(entity => entity.kind === kind);
  if (!found) {
    throw new Error(`There is no ${kind}`);
  }
  return found;
}
