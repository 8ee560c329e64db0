import { redisPromise } from '../__fixtures__/redisPromise';
import { asPromise } from '../__fixtures__/parsed';
import type { Json } from '../__fixtures__/json';
import { parsePromise } from './parsePromise';

describe('parsePromise', () => {
  it('reads a live Promise, without dependencies and without the copy that kubectl leaves', () => {
    const parsed = parsePromise(redisPromise());

    expect(parsed).toEqual({
      ok: true,
      problems: [],
      value: {
        name: 'redis',
        uid: '9b1d1f0c-35a1-4f0b-9a7b-2f8b2f4b7a11',
        resourceVersion: '4711',
        generation: 3,
        createdAt: '2026-08-20T09:59:00Z',
        labels: { 'kratix.io/promise-version': 'v0.2.0' },
        annotations: { 'kratix-portal.io/owner': 'group:default/data' },
        version: 'v0.2.0',
        isPaused: false,
        api: {
          crdName: 'redis.marketplace.kratix.io',
          group: 'marketplace.kratix.io',
          version: 'v1alpha1',
          servedVersions: ['v1alpha1'],
          kind: 'Redis',
          plural: 'redis',
          singular: 'redis',
          scope: 'Namespaced',
          schema:
            redisPromise().spec.api.spec.versions[0].schema.openAPIV3Schema,
        },
        workflows: {
          pipelineNamespace: 'pipelines',
          promiseConfigure: [
            {
              name: 'promise-configure',
              containers: [{ name: 'run', image: 'example.test/redis:v0.2.0' }],
              hash: expect.stringMatching(/^[0-9a-f]{16}$/),
            },
          ],
          promiseDelete: [],
          resourceConfigure: [
            {
              name: 'instance-configure',
              containers: [{ name: 'run', image: 'example.test/redis:v0.2.0' }],
              hash: expect.stringMatching(/^[0-9a-f]{16}$/),
            },
          ],
          resourceDelete: [
            {
              name: 'instance-delete',
              containers: [{ name: 'run', image: 'example.test/redis:v0.2.0' }],
              hash: expect.stringMatching(/^[0-9a-f]{16}$/),
            },
          ],
        },
        requiredPromises: [
          { name: 'vault', version: 'v1.0.0', state: 'Requirement installed' },
        ],
        requiredBy: [
          { name: 'app', version: 'v1.0.0', requiredVersion: 'v0.2.0' },
        ],
        destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
        dependencies: {
          count: 1,
          hash: expect.stringMatching(/^[0-9a-f]{16}$/),
          objects: [
            {
              name: 'Namespace',
              hash: expect.stringMatching(/^[0-9a-f]{16}$/),
            },
          ],
        },
        availability: 'available',
        message: 'Promise configured',
        conditions: [
          {
            type: 'Available',
            status: 'True',
            reason: 'PromiseAvailable',
            message: 'Ready to fulfil resource requests',
            lastTransitionTime: '2026-08-20T10:00:00Z',
          },
        ],
        pipelines: [
          {
            name: 'promise-configure',
            phase: 'Succeeded',
            lastTransitionTime: '2026-08-20T09:59:50Z',
          },
        ],
      },
    });
  });

  it.each([
    ['nothing', undefined, 'not-an-object'],
    ['a list', [], 'not-an-object'],
    [
      'another kind',
      { kind: 'Work', metadata: { name: 'redis' } },
      'wrong-kind',
    ],
    [
      'a Promise of somebody else',
      {
        apiVersion: 'example.org/v1',
        kind: 'Promise',
        metadata: { name: 'redis' },
      },
      'wrong-group',
    ],
    ['no name', { kind: 'Promise', metadata: {} }, 'no-usable-name'],
    [
      'a name that would leave its path',
      { kind: 'Promise', metadata: { name: '../redis' } },
      'no-usable-name',
    ],
  ])('gives up %s', (_, json, code) => {
    const parsed = parsePromise(json);

    expect(parsed).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['absent', undefined],
    ['null', null],
    ['empty', {}],
  ])('takes an API that is %s for a Promise without one', (_, api) => {
    const json = redisPromise();
    json.spec.api = api;

    const promise = asPromise(json);

    expect(promise.api).toBeUndefined();
    expect(promise.apiProblem).toBeUndefined();
  });

  it.each<[string, (crd: Json) => void, string]>([
    [
      'not a CRD',
      crd => Object.assign(crd, { kind: 'Redis', apiVersion: 'something' }),
      'api-not-a-crd',
    ],
    [
      'a CRD of v1beta1',
      crd => Object.assign(crd, { apiVersion: 'apiextensions.k8s.io/v1beta1' }),
      'api-not-a-crd',
    ],
    ['without kind', crd => delete crd.spec.names.kind, 'api-names-unusable'],
    [
      'with a plural that no URL takes',
      crd => Object.assign(crd.spec.names, { plural: 'Redii/../x' }),
      'api-names-unusable',
    ],
    [
      'cluster-scoped',
      crd => Object.assign(crd.spec, { scope: 'Cluster' }),
      'api-not-namespaced',
    ],
    [
      'with a scope that is no text',
      crd => Object.assign(crd.spec, { scope: { toString: 1 } }),
      'api-not-namespaced',
    ],
    [
      'without versions',
      crd => Object.assign(crd.spec, { versions: [] }),
      'api-no-versions',
    ],
    [
      'serving nothing',
      crd => Object.assign(crd.spec.versions[0], { served: false }),
      'api-not-served',
    ],
    [
      'without schema',
      crd => delete crd.spec.versions[0].schema,
      'api-no-schema',
    ],
    [
      'with a schema nested without end',
      crd =>
        Object.assign(crd.spec.versions[0].schema.openAPIV3Schema, nested(100)),
      'api-schema-too-large',
    ],
    [
      'named otherwise',
      crd => Object.assign(crd.metadata, { name: 'caches.example.org' }),
      'api-name-mismatch',
    ],
  ])('keeps a Promise whose API is %s, and says why', (_, spoil, code) => {
    const json = redisPromise();
    spoil(json.spec.api);

    const promise = asPromise(json);

    expect(promise.name).toBe('redis');
    expect(promise.api).toBeUndefined();
    expect(promise.apiProblem).toMatchObject({
      code,
      message: expect.stringContaining('spec.api'),
    });
  });

  it('uses the storage version, or the first that is served', () => {
    const json = redisPromise();
    const [version] = json.spec.api.spec.versions;
    json.spec.api.spec.versions = [
      { ...version, name: 'v1', storage: false },
      { ...version, name: 'v2', storage: true },
    ];

    expect(asPromise(json).api?.version).toBe('v2');

    json.spec.api.spec.versions[1].served = false;

    expect(asPromise(json).api).toMatchObject({
      version: 'v1',
      servedVersions: ['v1'],
    });
  });

  it('turns malformed parts into problems and keeps the rest', () => {
    const json = redisPromise();
    json.metadata.labels['kratix.io/paused'] = 'true';
    json.metadata.labels.broken = 7;
    json.metadata.annotations.huge = 'x'.repeat(10_000);
    json.spec.requiredPromises = [{ name: 'vault' }, 'nonsense'];
    json.spec.workflows = 'nonsense';
    json.status.conditions = [
      { type: 'Available', status: 'Maybe' },
      'nonsense',
    ];
    json.status.message = { toString: 1 };

    const parsed = parsePromise(json);

    expect(parsed).toMatchObject({
      ok: true,
      value: {
        name: 'redis',
        isPaused: true,
        requiredPromises: [{ name: 'vault', version: '' }],
        availability: 'available', // from status.status, as the condition says nothing
        conditions: [{ type: 'Available', status: 'Unknown' }],
      },
      problems: [
        { path: 'metadata.labels' },
        { path: 'metadata.annotations' },
        { path: 'status.conditions[1]' },
        { path: 'status.message' },
        { path: 'spec.requiredPromises[1]' },
      ],
    });
  });

  it('cuts long messages and keeps only so many entries', () => {
    const json = redisPromise();
    json.status.message = 'x'.repeat(100_000);
    json.spec.requiredPromises = Array.from({ length: 600 }, (_, n) => ({
      name: `p${n}`,
      version: 'v1',
    }));

    const parsed = parsePromise(json);

    expect(parsed).toMatchObject({
      ok: true,
      problems: [{ code: 'too-many-entries' }],
    });
    const promise = asPromise(json);
    expect(promise.message).toHaveLength(2_000);
    expect(promise.requiredPromises).toHaveLength(500);
  });

  it.each([
    ['True', 'Unavailable', 'available'],
    ['False', 'Available', 'unavailable'],
    [undefined, 'Unavailable', 'unavailable'],
    [undefined, undefined, 'notReported'],
  ])(
    'reads availability from condition %s before status %s',
    (condition, status, expected) => {
      const json = redisPromise();
      json.status = {
        status,
        conditions: condition ? [{ type: 'Available', status: condition }] : [],
      };

      expect(asPromise(json).availability).toBe(expected);
    },
  );
});

function nested(depth: number): Record<string, unknown> {
  return depth === 0 ? {} : { properties: { a: nested(depth - 1) } };
}
