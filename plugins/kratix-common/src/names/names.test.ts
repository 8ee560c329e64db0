import {
  KubernetesValidatorFunctions,
  type Entity,
} from '@backstage/catalog-model';
import {
  promiseEntityName,
  promiseEntityRef,
  requestEntityName,
  requestEntityRef,
} from './entityNames';
import { readEntityIdentity } from './readEntityIdentity';
import { signalTopic } from './signalTopic';
import { titleFromName } from './titleFromName';

const long = 'a'.repeat(63);

describe('requestEntityName', () => {
  it('joins Promise, namespace and name', () => {
    expect(requestEntityName('redis', 'team-a', 'cache')).toBe(
      'redis.team-a.cache',
    );
  });

  it('cuts what is too long and ends it with a hash of the whole', () => {
    const name = requestEntityName('redis', 'team-a', long);

    expect(name).toHaveLength(63);
    expect(name).toMatch(/^redis\.team-a\.a+_[0-9a-f]{10}$/);
    expect(name).not.toBe(requestEntityName('redis', 'team-a', `${long}b`));
  });

  it.each([
    [
      ['a.b', 'c', 'd'],
      ['a', 'b', 'c.d'],
    ],
    [
      ['a', 'b', 'c.d'],
      ['a.b', 'c', 'd'],
    ],
    [
      [long, 'x', 'y'],
      [long, 'x', 'z'],
    ],
    [
      [long, 'a', 'b-c'],
      [long, 'a-b', 'c'],
    ],
  ])('keeps %j and %j apart', (left, right) => {
    const name = ([promise, namespace, request]: string[]) =>
      requestEntityName(promise ?? '', namespace ?? '', request ?? '');

    expect(name(left)).not.toBe(name(right));
  });

  it('never takes a name that somebody could order', () => {
    const cut = requestEntityName('redis', 'team-a', long);

    expect(cut).toContain('_'); // no Kubernetes name holds it
  });

  it.each([
    ['redis', 'team-a', 'cache'],
    ['a.b.c', 'team-a', 'cache'],
    [`${long}.${long}`, long, `${long}.${long}`],
    [`${'a-'.repeat(40)}b`, 'x', 'y'],
  ])('is a valid name for %s/%s/%s', (promise, namespace, name) => {
    const entityName = requestEntityName(promise, namespace, name);

    expect(KubernetesValidatorFunctions.isValidObjectName(entityName)).toBe(
      true,
    );
    expect(
      KubernetesValidatorFunctions.isValidObjectName(
        promiseEntityName(promise),
      ),
    ).toBe(true);
  });
});

describe('entity references', () => {
  const platform = { catalogNamespace: 'dev' };

  it('stand in the namespace of the platform', () => {
    expect(promiseEntityRef(platform, { promise: 'redis' })).toBe(
      'component:dev/redis',
    );
    expect(
      requestEntityRef(platform, {
        promise: 'redis',
        namespace: 'team-a',
        name: 'cache',
      }),
    ).toBe('resource:dev/redis.team-a.cache');
  });
});

describe('signalTopic', () => {
  it('tells objects apart and names none', () => {
    const ref = { platform: 'dev', promise: 'redis' };
    const topics = [
      signalTopic(ref),
      signalTopic({ ...ref, namespace: 'team-a', name: 'cache' }),
      signalTopic({ ...ref, namespace: 'team-b', name: 'cache' }),
      signalTopic({ ...ref, platform: 'prod' }),
    ];

    expect(new Set(topics).size).toBe(4);
    expect(topics.join()).not.toMatch(/redis|team|cache/);
  });
});

describe('readEntityIdentity', () => {
  const resource = {
    'kratix.io/type': 'resource',
    'kratix.io/promise-name': 'redis',
    'kratix.io/namespace': 'team-a',
    'kratix.io/name': 'cache',
    'kratix-portal.io/platform': 'dev',
  };
  const ref = {
    platform: 'dev',
    promise: 'redis',
    namespace: 'team-a',
    name: 'cache',
  };

  it.each<[string, Record<string, string>, string | undefined, unknown]>([
    ['a request', resource, undefined, { type: 'request', ref }],
    [
      'a request by its spec.type',
      { ...resource, 'kratix.io/type': '' },
      'kratix-resource',
      { type: 'request', ref },
    ],
    [
      'a Promise',
      { ...resource, 'kratix.io/type': 'promise' },
      'whatever',
      { type: 'promise', ref: { platform: 'dev', promise: 'redis' } },
    ],
    [
      'a type that nobody knows, whatever spec.type says',
      { ...resource, 'kratix.io/type': 'Promise' },
      'kratix-promise',
      { missing: ['kratix.io/type'] },
    ],
    ['a stranger', {}, 'service', { missing: ['kratix.io/type'] }],
    ['something inherited', {}, 'constructor', { missing: ['kratix.io/type'] }],
    [
      'a request that does not say enough',
      { 'kratix.io/type': 'resource', 'kratix.io/promise-name': 'redis' },
      undefined,
      {
        type: 'incomplete',
        missing: [
          'kratix-portal.io/platform',
          'kratix.io/namespace',
          'kratix.io/name',
        ],
      },
    ],
  ])('reads %s', (_, annotations, type, expected) => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'x', annotations },
      spec: { type },
    };

    expect(readEntityIdentity(entity)).toEqual(expected);
  });

  it('takes the only platform for entities that name none', () => {
    const { 'kratix-portal.io/platform': _, ...annotations } = resource;

    const identity = readEntityIdentity(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'x', annotations },
      },
      { platform: 'only' },
    );

    expect(identity).toEqual({
      type: 'request',
      ref: { ...ref, platform: 'only' },
    });
  });

  it('does not take the Template for what it makes', () => {
    expect(
      readEntityIdentity({
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'redis' },
        spec: { type: 'kratix-resource' },
      }),
    ).toEqual({ missing: ['kratix.io/type'] });
  });
});

describe('titleFromName', () => {
  it.each([
    ['dbDriver', 'DB driver'],
    ['url', 'URL'],
    ['dashboard-url', 'Dashboard URL'],
    ['cpuLimit', 'CPU limit'],
    ['hidden', 'Hidden'],
    ['certificate_mode', 'Certificate mode'],
    ['app-as-a-service', 'App as a service'],
    ['apiURL', 'API URL'],
    ['dbSSLMode', 'DB SSL mode'],
    ['nodeIDs', 'Node IDs'],
    ['maxLogFileDurationHours', 'Max log file duration hours'],
    ['TestEnvironment', 'Test Environment'],
    ['NBAService', 'NBA Service'],
    ['GoogleCloudRun', 'Google Cloud Run'],
    ['MongoDB', 'MongoDB'],
    ['PostgreSQL', 'PostgreSQL'],
    ['redis', 'Redis'],
    ['s3buckets', 'S3buckets'],
    ['ingressHost', 'Ingress host'],
    ['x', 'X'],
    ['', ''],
  ])('makes %s readable', (name, title) => {
    expect(titleFromName(name)).toBe(title);
  });
});
