import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { workerDestination } from '../__fixtures__/delivery';
import { asPromise, asRequest, valueOf } from '../__fixtures__/parsed';
import { platform } from '../__fixtures__/platform';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import { parseDestination } from '../kubernetes';
import type { NamespaceInfo } from '../model';
import { buildDestinationEntity } from './buildDestinationEntity';
import { buildRequestEntity } from './buildRequestEntity';

const promise = asPromise(redisPromise());
const context = { platform, promise, phase: 'Ready' } as const;

// eslint-disable-next-line no-script-url
const scriptUrl = 'javascript:alert(1)';

describe('buildRequestEntity', () => {
  it('makes a Resource that the catalog takes', async () => {
    const json = readyRequest();
    json.metadata.annotations = {
      'kratix.io/requested-by': 'user:default/ana',
    };

    const { entity, problems } = buildRequestEntity(asRequest(json), context);

    expect(problems).toEqual([]);
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'redis.team-a.cache',
        namespace: 'default',
        title: 'cache',
        description: 'Redis in team-a on Development',
        annotations: {
          'backstage.io/managed-by-location':
            'kratix:dev/requests/redis/team-a/cache',
          'backstage.io/managed-by-origin-location':
            'kratix:dev/requests/redis/team-a/cache',
          'kratix.io/type': 'resource',
          'kratix.io/promise-name': 'redis',
          'kratix.io/promise-version': 'v0.2.0',
          'kratix.io/group': 'marketplace.kratix.io',
          'kratix.io/version': 'v1alpha1',
          'kratix.io/kind': 'Redis',
          'kratix.io/namespace': 'team-a',
          'kratix.io/name': 'cache',
          'kratix.io/requested-by': 'user:default/ana',
          'kratix-portal.io/platform': 'dev',
          'kratix-portal.io/plural': 'redis',
          'kratix-portal.io/phase': 'Ready',
        },
        tags: ['kratix'],
      },
      spec: {
        type: 'kratix-resource',
        owner: 'user:default/ana',
        dependsOn: ['component:default/redis'],
      },
    });
    await assertCatalogTakes(entity);
  });

  it('changes nothing but the phase when only the phase changes', () => {
    const ready = buildRequestEntity(asRequest(readyRequest()), context);
    const json = readyRequest();
    json.metadata.resourceVersion = '9999';
    json.status.message = 'something else';
    json.status.conditions = [];
    const running = buildRequestEntity(asRequest(json), {
      ...context,
      phase: 'Running',
    });

    expect(running.entity.metadata.annotations).toEqual({
      ...ready.entity.metadata.annotations,
      'kratix-portal.io/phase': 'Running',
    });
    expect({ ...running.entity.metadata, annotations: {} }).toEqual({
      ...ready.entity.metadata,
      annotations: {},
    });
  });

  describe('belongs to', () => {
    const namespaceInfo = namespaceOwnedBy('group:default/team-a');

    it.each<
      [string, Record<string, string>, NamespaceInfo | undefined, string]
    >([
      [
        'whom the person who ordered chose',
        {
          'kratix-portal.io/owner': 'group:default/shop',
          'kratix.io/requested-by': 'user:default/ana',
        },
        namespaceInfo,
        'group:default/shop',
      ],
      [
        'who ordered it',
        { 'kratix.io/requested-by': 'user:default/ana' },
        namespaceInfo,
        'user:default/ana',
      ],
      ['the owner of its namespace', {}, namespaceInfo, 'group:default/team-a'],
      ['the default', {}, undefined, 'group:default/platform'],
      [
        'the next in line when one is malformed',
        {
          'kratix-portal.io/owner': 'no/such/owner',
          'kratix.io/requested-by': 'system:serviceaccount:x:y',
        },
        namespaceOwnedBy('!!'),
        'group:default/platform',
      ],
    ])('%s', (_, annotations, namespace, owner) => {
      const json = readyRequest();
      json.metadata.annotations = annotations;

      const { entity } = buildRequestEntity(asRequest(json), {
        ...context,
        namespaceInfo: namespace,
      });

      expect(entity.spec?.owner).toBe(owner);
    });
  });

  it.each(['parent', 'component-of'])(
    'is a part of the request that %s labels name',
    family => {
      const json = readyRequest();
      Object.assign(json.metadata.labels, {
        [`kratix.io/${family}-promise-name`]: 'app-stack',
        [`kratix.io/${family}-resource-name`]: 'shop',
        [`kratix.io/${family}-resource-namespace`]: 'apps',
      });

      const { entity } = buildRequestEntity(asRequest(json), context);

      expect(entity.spec?.dependencyOf).toEqual([
        'resource:default/app-stack.apps.shop',
      ]);
    },
  );

  it('is no part of itself', () => {
    const json = readyRequest();
    Object.assign(json.metadata.labels, {
      'kratix.io/parent-promise-name': 'redis',
      'kratix.io/parent-resource-name': 'cache',
    });

    const { entity } = buildRequestEntity(asRequest(json), context);

    expect(entity.spec).not.toHaveProperty('dependencyOf');
  });

  it.each([
    ['url:https://git.example/private', {}],
    [
      'component:docs',
      { 'backstage.io/techdocs-entity': 'component:default/docs' },
    ],
  ])('may point to documentation, and make none: %s', (docs, expected) => {
    const json = readyRequest();
    json.metadata.annotations = { 'kratix-portal.io/docs': docs };

    const { entity, problems } = buildRequestEntity(asRequest(json), context);

    const shown = Object.entries(entity.metadata.annotations ?? {}).filter(
      ([key]) => key.startsWith('backstage.io/techdocs'),
    );
    expect(Object.fromEntries(shown)).toEqual(expected);
    expect(problems).toHaveLength(docs.startsWith('url:') ? 1 : 0);
  });

  it('links to outputs that are web addresses, and to nothing else', async () => {
    const json = readyRequest();
    Object.assign(json.status, {
      dashboardUrl: 'https://grafana.example/d/1',
      endpoints: [{ url: 'http://a.example' }, { url: 'http://b.example' }],
      again: 'https://grafana.example/d/1',
      attack: scriptUrl,
      password: 'https://ana:hunter2@example.org',
      signed: 'https://store.example/a?X-Amz-Signature=abc',
      token: 'https://app.example/#access_token=abc',
      text: 'see https://example.org',
    });

    const { entity } = buildRequestEntity(asRequest(json), context);

    expect(entity.metadata.links).toEqual([
      { url: 'https://grafana.example/d/1', title: 'Dashboard' },
      { url: 'http://a.example', title: 'Endpoints' },
      { url: 'http://b.example', title: 'Endpoints' },
    ]);
    await assertCatalogTakes(entity);
  });
});

describe('buildDestinationEntity', () => {
  it('makes a Resource whose name no request can have', async () => {
    const { entity } = buildDestinationEntity(
      valueOf(parseDestination(workerDestination())),
      platform,
    );

    expect(entity).toMatchObject({
      metadata: { name: 'destination_worker-1', title: 'worker-1' },
      spec: { type: 'kratix-destination', owner: 'group:default/platform' },
    });
    await assertCatalogTakes(entity);
  });
});

function namespaceOwnedBy(owner: string): NamespaceInfo {
  return {
    name: 'team-a',
    resourceVersion: '1',
    labels: {},
    annotations: { 'kratix-portal.io/owner': owner },
    isTerminating: false,
  };
}
