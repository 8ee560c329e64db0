import { findCondition } from '../conditions/conditions';
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
import { platformApiVersion, resources } from '../vocabulary/resources';
import { workFiles } from '../work/workFiles';

const quick = { 'sandbox.kratix-portal.io/duration': '1s' };

describe('what a request leads to', () => {
  let platform: TestPlatform;

  beforeEach(() => {
    platform = startPlatform();
  });

  afterEach(() => platform.close());

  const request = () => platform.get(caches, 'default', 'one');
  const reason = (type: string) =>
    findCondition(request().status, type)?.reason;
  async function order(spec: object, annotations: Record<string, string> = {}) {
    platform.apply(
      cachePromise({
        annotations: quick,
        spec: {
          workflows: { resource: { configure: [pipeline('only', ['build'])] } },
          ...spec,
        },
      }),
    );
    await platform.clock.advance(500);
    platform.apply(cacheRequest({ annotations }));
    await platform.clock.advance(8_000);
  }

  it('waits for a Destination with its labels, and goes there when there is one', async () => {
    await order({
      destinationSelectors: [{ matchLabels: { environment: 'prod' } }],
    });
    const [work] = platform.cluster.list(resources.works);
    expect(findCondition(work?.status, 'ScheduleSucceeded')).toMatchObject({
      reason: 'UnscheduledWorkloads',
      message:
        'No matching destination found for workloadGroups: [5058f1af8388633f609cadb75a75dc9d]',
    });
    expect(reason('WorksSucceeded')).toBe('WorksPending');

    platform.apply(...destination('prod', { environment: 'prod' }));
    await platform.clock.advance(2_000);

    expect(reason('Reconciled')).toBe('Reconciled');
  });

  it('stays where it is when labels change, and says that it is misplaced', async () => {
    platform.apply(...destination('prod', { environment: 'prod' }));
    await order({
      destinationSelectors: [{ matchLabels: { environment: 'prod' } }],
    });

    platform.cluster.mutate(resources.destinations, { name: 'prod' }, draft => {
      draft.metadata.labels = { environment: 'old' };
    });
    await platform.clock.advance(2_000);

    expect(reason('WorksSucceeded')).toBe('WorksMisplaced');
    expect(reason('Reconciled')).toBe('WorksFailing');
    const [placement] = platform.cluster.list(resources.workPlacements);
    expect(placement?.metadata.labels).toMatchObject({
      'kratix.io/misplaced': 'true',
    });
    expect(at(placement?.spec, 'targetDestinationName')).toBe('prod');
  });

  it('fails while its store refuses writes, and recovers with it', async () => {
    platform.apply(
      ...destination(
        'dev',
        {},
        { 'sandbox.kratix-portal.io/fail-writes': 'access denied' },
      ),
    );
    await order({});
    const placement = () => platform.cluster.list(resources.workPlacements)[0];
    expect(findCondition(placement()?.status, 'WriteSucceeded')).toMatchObject({
      status: 'False',
      reason: 'WorkloadsFailedWrite',
      message: 'access denied',
    });
    expect(reason('WorksSucceeded')).toBe('WorksFailing');
    expect(
      findCondition(
        platform.get(resources.destinations, undefined, 'dev').status,
        'Ready',
      )?.reason,
    ).toBe('StateStoreWriteFailed');

    platform.cluster.mutate(
      resources.gitStateStores,
      { name: 'dev' },
      draft => {
        draft.metadata.annotations = {};
      },
    );
    await platform.clock.advance(20_000);

    expect(findCondition(placement()?.status, 'Ready')?.message).toBe('Ready');
    expect(reason('Reconciled')).toBe('Reconciled');
  });

  it('waits at a store that is not ready', async () => {
    platform.apply(
      ...destination(
        'dev',
        {},
        { 'sandbox.kratix-portal.io/not-ready': 'no access' },
      ),
    );
    await order({});

    const [placement] = platform.cluster.list(resources.workPlacements);
    expect(findCondition(placement?.status, 'Ready')?.message).toBe('Pending');
    // Kratix calls a request reconciled once it is scheduled.
    expect(reason('Reconciled')).toBe('Reconciled');
    expect(
      platform.get(resources.gitStateStores, undefined, 'dev').status,
    ).toMatchObject({
      status: 'NotReady',
      conditions: [
        {
          reason: 'ErrorValidatingPermissions',
          message: 'Error validating state store permissions: no access',
        },
      ],
    });
  });

  it('shows the health that its HealthRecord tells', async () => {
    platform.apply(...destination('dev', {}));
    await order({}, { 'sandbox.kratix-portal.io/health': 'degraded' });

    expect(at(request().status, 'healthStatus')).toMatchObject({
      state: 'degraded',
      healthRecords: [{ state: 'degraded' }],
    });
    expect(reason('Reconciled')).toBe('Reconciled');
  });

  it('previews a change without touching what is live', async () => {
    platform.apply(
      ...destination('dev', {}),
      ...destination('preview', { 'kratix.io/dry-run': 'true' }),
    );
    await order({});
    platform.apply({
      apiVersion: platformApiVersion,
      kind: 'DryRun',
      metadata: { name: 'try', namespace: 'default' },
      spec: {
        promiseRef: { name: 'cache' },
        resourceRequestRef: { name: 'one' },
        resource: { size: 'large' },
      },
    });
    await platform.clock.advance(20_000);

    const dryRun = platform.get(resources.dryRuns, 'default', 'try');
    expect(findCondition(dryRun.status, 'Completed')).toMatchObject({
      status: 'True',
      reason: 'SummaryWritten',
    });
    const [summary] = platform.cluster.list(resources.works, {
      labelSelector:
        'kratix.io/dry-run-summary=true,kratix.io/dry-run-owner=try',
    });
    const text = workFiles(summary)['kratix-dry-run-summary.md'];
    expect(text).toContain('**0 added · 1 modified · 0 removed**');
    expect(text).toContain('-  size: small\n+  size: large');
    expect(at(request().spec, 'size')).toBe('small');

    platform.cluster.delete(resources.dryRuns, {
      namespace: 'default',
      name: 'try',
    });
    await platform.clock.advance(30_000);
    expect(platform.cluster.list(caches)).toHaveLength(1);
  });

  it('orders the parts of a compound, and takes them away with it', async () => {
    platform.apply(
      ...destination('platform', { is: 'platform' }),
      ...destination('dev', { is: 'dev' }),
    );
    platform.cluster.mutate(
      resources.destinations,
      { name: 'platform' },
      draft => {
        draft.metadata.annotations = {
          'sandbox.kratix-portal.io/platform': 'true',
        };
      },
    );
    platform.apply(
      cachePromise({
        annotations: quick,
        spec: { destinationSelectors: [{ matchLabels: { is: 'dev' } }] },
      }),
      stackPromise,
    );
    await platform.clock.advance(500);
    const stacks = { group: 'example.com', version: 'v1', resource: 'stacks' };
    platform.apply({
      apiVersion: 'example.com/v1',
      kind: 'Stack',
      metadata: { name: 'shop', namespace: 'default' },
      spec: {},
    });
    await platform.clock.advance(20_000);

    const part = platform.get(caches, 'default', 'shop-cache');
    expect(part.metadata.labels).toMatchObject({
      'kratix.io/parent-resource-name': 'shop',
    });
    expect(findCondition(part.status, 'Reconciled')?.reason).toBe('Reconciled');

    platform.cluster.delete(stacks, { namespace: 'default', name: 'shop' });
    await platform.clock.advance(60_000);
    expect(platform.cluster.list(caches)).toEqual([]);
  });
});

const stackPromise = {
  apiVersion: platformApiVersion,
  kind: 'Promise',
  metadata: {
    name: 'stack',
    annotations: {
      ...quick,
      'sandbox.kratix-portal.io/files': `
parts.yaml:
  apiVersion: example.com/v1
  kind: Cache
  metadata:
    name: $(metadata.name)-cache
    namespace: $(metadata.namespace)
    labels: { kratix.io/parent-resource-name: $(metadata.name) }
  spec: { size: large }
`,
    },
  },
  spec: {
    destinationSelectors: [{ matchLabels: { is: 'platform' } }],
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'stacks.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Stack', plural: 'stacks', singular: 'stack' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object' } },
              },
            },
          },
        ],
      },
    },
    workflows: { resource: { configure: [pipeline('compose', ['compose'])] } },
  },
};
