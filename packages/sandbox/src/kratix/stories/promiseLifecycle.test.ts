import { conditionsOf, findCondition } from '../conditions/conditions';
import { at } from '../json/read';
import type { TestPlatform } from '../testing/startPlatform';
import {
  cachePromise,
  cacheRequest,
  caches,
  destination,
  pipeline,
  startPlatform,
} from '../testing/startPlatform';
import { resources } from '../vocabulary/resources';

describe('a Promise', () => {
  let platform: TestPlatform;

  beforeEach(() => {
    platform = startPlatform();
    platform.apply(...destination('dev', {}), ...destination('prod', {}));
  });

  afterEach(() => platform.close());

  const promise = (name = 'cache') =>
    platform.get(resources.promises, undefined, name);
  const quick = { 'sandbox.kratix-portal.io/duration': '1s' };

  it('installs its CRD with what Kratix changes, and becomes available', async () => {
    platform.apply(cachePromise());
    await platform.clock.advance(1_000);

    expect(promise().status).toMatchObject({
      status: 'Available',
      kind: 'Cache',
      apiVersion: 'example.com/v1',
      version: 'v0.1.0',
      kratix: { status: 'Available' },
      workflows: 0,
    });
    // Without promise pipelines there never is a Reconciled condition.
    expect(conditionsOf(promise().status).map(({ type }) => type)).toEqual([
      'Available',
      'WorksSucceeded',
    ]);
    const crd = platform.get(resources.crds, undefined, 'caches.example.com');
    expect(crd.metadata.labels).toEqual({ 'kratix.io/promise-name': 'cache' });
    expect(at(crd.spec, 'versions')).toMatchObject([
      {
        subresources: { status: {} },
        additionalPrinterColumns: [{ name: 'message' }, { name: 'status' }],
        schema: {
          openAPIV3Schema: {
            properties: {
              metadata: { properties: { name: { maxLength: 63 } } },
              status: { 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
      },
    ]);
    expect(JSON.stringify(crd)).not.toContain('x-kratix-portal');
  });

  it('is unavailable while its own pipelines run', async () => {
    platform.apply(
      cachePromise({
        annotations: quick,
        spec: {
          workflows: { promise: { configure: [pipeline('setup', ['go'])] } },
        },
      }),
    );
    await platform.clock.advance(500);
    expect(at(promise().status, 'status')).toBe('Unavailable');

    await platform.clock.advance(5_000);
    expect(at(promise().status, 'status')).toBe('Available');
    expect(findCondition(promise().status, 'Reconciled')?.status).toBe('True');
    expect(at(promise().status, 'message')).toBe('Promise configured');
    // Output of a Promise goes to every Destination.
    expect(platform.cluster.list(resources.workPlacements)).toHaveLength(2);
  });

  it('waits for what it requires, and its requests with it', async () => {
    platform.apply(
      cachePromise({
        annotations: quick,
        spec: { requiredPromises: [{ name: 'vault', version: 'v1' }] },
      }),
    );
    await platform.clock.advance(1_000);
    expect(
      findCondition(promise().status, 'RequirementsFulfilled'),
    ).toMatchObject({
      status: 'False',
      reason: 'RequirementsNotInstalled',
    });
    platform.apply(cacheRequest());
    await platform.clock.advance(1_000);
    const request = () => platform.get(caches, 'default', 'one');
    expect(findCondition(request().status, 'PromiseAvailable')?.status).toBe(
      'False',
    );
    expect(at(request().status, 'message')).toBe('Pending');

    platform.apply({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: {
        name: 'vault',
        labels: { 'kratix.io/promise-version': 'v1' },
      },
      spec: {},
    });
    await platform.clock.advance(1_000);

    expect(at(promise().status, 'status')).toBe('Available');
    expect(at(promise().status, 'requiredPromises')).toEqual([
      { name: 'vault', version: 'v1', state: 'Requirement installed' },
    ]);
    expect(at(promise('vault').status, 'requiredBy')).toEqual([
      { promise: { name: 'cache', version: 'v0.1.0' }, requiredVersion: 'v1' },
    ]);
    expect(findCondition(request().status, 'PromiseAvailable')?.status).toBe(
      'True',
    );
  });

  it.each([
    [
      'a cluster-scoped API',
      { scope: 'Cluster' },
      /promise api needs to be namespace scoped; spec.api.spec.scope cannot be: Cluster/,
    ],
    [
      'an API that is no CRD',
      { versions: [] },
      /denied the request: invalid CRD/,
    ],
  ])('is refused with %s', (_, change, message) => {
    const document = cachePromise();
    const api = at(document, 'spec', 'api', 'spec') as object;
    const changed = {
      ...document,
      spec: {
        api: {
          ...(at(document, 'spec', 'api') as object),
          spec: { ...api, ...change },
        },
      },
    };

    expect(() => platform.apply(changed)).toThrow(message);
  });

  it('cannot lose its API', async () => {
    platform.apply(cachePromise());
    await platform.clock.advance(1_000);

    expect(() =>
      platform.cluster.mutate(resources.promises, { name: 'cache' }, draft => {
        draft.spec = {};
      }),
    ).toThrow('cannot remove API from existing promise');
  });

  it('keeps a revision of each version, and upgrades the requests that follow', async () => {
    platform.apply(cachePromise({ annotations: quick }));
    await platform.clock.advance(1_000);
    platform.apply(cacheRequest(), cacheRequest({ name: 'pinned' }));
    await platform.clock.advance(10_000);
    const [pinned] = platform.cluster.list(resources.resourceBindings, {
      labelSelector: 'kratix.io/resource-name=pinned',
    });
    platform.cluster.mutate(
      resources.resourceBindings,
      { namespace: 'default', name: pinned?.metadata.name ?? '' },
      draft => {
        draft.spec = { ...(draft.spec as object), version: 'v0.1.0' };
      },
    );

    platform.apply(
      cachePromise({
        annotations: quick,
        labels: { 'kratix.io/promise-version': 'v0.2.0' },
        spec: {
          workflows: { resource: { configure: [pipeline('only', ['build'])] } },
        },
      }),
    );
    await platform.clock.advance(500);
    const [binding] = platform.cluster.list(resources.resourceBindings, {
      labelSelector: 'kratix.io/resource-name=one',
    });
    expect(findCondition(binding?.status, 'UpgradeSucceeded')?.reason).toBe(
      'UpgradeInProgress',
    );

    await platform.clock.advance(15_000);
    const version = (name: string) =>
      at(platform.get(caches, 'default', name).status, 'promiseVersion');
    expect(version('one')).toBe('v0.2.0');
    expect(version('pinned')).toBe('v0.1.0');
    const revisions = platform.cluster.list(resources.promiseRevisions);
    expect(
      revisions.map(({ spec, status }) => [
        at(spec, 'version'),
        at(status, 'latest') ?? false,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['v0.1.0', false],
        ['v0.2.0', true],
      ]),
    );
  });

  it('pauses its requests, and runs them again afterwards', async () => {
    platform.apply(cachePromise({ annotations: quick }));
    await platform.clock.advance(1_000);
    platform.apply(cacheRequest());
    await platform.clock.advance(10_000);

    platform.apply(
      cachePromise({
        annotations: quick,
        labels: { 'kratix.io/paused': 'true' },
      }),
    );
    await platform.clock.advance(1_000);
    expect(findCondition(promise().status, 'Available')?.reason).toBe(
      'PausedReconciliation',
    );
    const request = () => platform.get(caches, 'default', 'one');
    expect(findCondition(request().status, 'Reconciled')?.reason).toBe(
      'PausedReconciliation',
    );

    platform.apply(
      cachePromise({
        annotations: quick,
        labels: { 'kratix.io/paused': 'false' },
      }),
    );
    await platform.clock.advance(30_000);
    expect(at(promise().status, 'status')).toBe('Available');
    expect(findCondition(request().status, 'Reconciled')?.status).toBe('True');
  });

  it('takes everything with it when it goes', async () => {
    platform.apply(cachePromise({ annotations: quick, withDelete: true }));
    await platform.clock.advance(1_000);
    platform.apply(cacheRequest(), cacheRequest({ name: 'two' }));
    await platform.clock.advance(10_000);

    platform.cluster.delete(resources.promises, { name: 'cache' });
    await platform.clock.advance(120_000);

    expect(platform.cluster.list(resources.promises)).toEqual([]);
    expect(
      platform.cluster.get(resources.crds, { name: 'caches.example.com' }),
    ).toBeUndefined();
    for (const gvr of [
      resources.promiseRevisions,
      resources.resourceBindings,
      resources.works,
      resources.workPlacements,
      resources.jobs,
    ]) {
      expect(platform.cluster.list(gvr)).toEqual([]);
    }
  });

  it('says which of its annotations the sandbox cannot read', async () => {
    platform.apply(
      cachePromise({
        annotations: { 'sandbox.kratix-portal.io/duration': 'soon' },
      }),
    );
    await platform.clock.advance(1_000);

    const events = platform.cluster
      .list(resources.events)
      .filter(({ reason }) => reason === 'SandboxBehaviourInvalid');
    expect(events.map(({ note }) => note)).toEqual([
      expect.stringContaining('sandbox.kratix-portal.io/duration'),
    ]);
  });
});
