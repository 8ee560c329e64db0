import { conditionsOf, findCondition } from '../conditions/conditions';
import { at } from '../json/read';
import type { TestPlatform } from '../testing/startPlatform';
import {
  cachePromise,
  cacheRequest,
  caches,
  destination,
  startPlatform,
} from '../testing/startPlatform';
import { resources } from '../vocabulary/resources';
import { workFiles } from '../work/workFiles';
import { pipelineEntries } from '../workflow/pipelineStatus';

describe('a resource request', () => {
  let platform: TestPlatform;

  beforeEach(async () => {
    platform = startPlatform();
    platform.apply(...destination('dev', { environment: 'dev' }));
  });

  afterEach(() => platform.close());

  const request = () => platform.get(caches, 'default', 'one');
  const phases = () =>
    pipelineEntries(request().status)?.map(({ phase }) => phase);
  const reasons = () =>
    Object.fromEntries(
      conditionsOf(request().status).map(({ type, reason }) => [type, reason]),
    );
  async function order(
    promise: Parameters<typeof cachePromise>[0] = {},
    options: Parameters<typeof cacheRequest>[0] = {},
  ) {
    platform.apply(
      cachePromise({
        ...promise,
        annotations: {
          'sandbox.kratix-portal.io/duration': '2s',
          ...promise.annotations,
        },
      }),
    );
    await platform.clock.advance(1_000);
    platform.apply(cacheRequest(options));
    await platform.clock.advance(100);
  }

  it('goes through its pipelines one after another and becomes ready', async () => {
    await order();
    expect(phases()).toEqual(['Running', 'Pending']);
    expect(reasons()).toEqual({
      ConfigureWorkflowCompleted: 'PipelinesInProgress',
      Reconciled: 'WorkflowPending',
    });

    await platform.clock.advance(4_500);
    expect(phases()).toEqual(['Succeeded', 'Running']);
    expect(at(request().status, 'workflowsSucceeded')).toBe(1);
    expect(at(request().status, 'observedGeneration')).toBeUndefined();

    await platform.clock.advance(6_000);
    expect(phases()).toEqual(['Succeeded', 'Succeeded']);
    expect(request().status).toMatchObject({
      message: 'Cache one is set up',
      observedGeneration: 1,
      workflows: 2,
      workflowsSucceeded: 2,
      workflowsFailed: 0,
      promiseVersion: 'v0.1.0',
      resourceBindingVersion: 'latest',
    });
    expect(reasons()).toEqual({
      ConfigureWorkflowCompleted: 'PipelinesExecutedSuccessfully',
      Reconciled: 'Reconciled',
      WorksSucceeded: 'WorksSucceeded',
    });
  });

  it('has one Job for each pipeline, with a Pod that ran every step', async () => {
    await order();
    await platform.clock.advance(12_000);

    const jobs = platform.cluster.list(resources.jobs, {
      namespace: 'default',
    });
    expect(
      jobs.map(({ metadata }) => metadata.labels?.['kratix.io/pipeline-name']),
    ).toEqual(expect.arrayContaining(['first', 'second']));
    const [pod] = platform.cluster.list(resources.pods, {
      namespace: 'default',
      labelSelector: 'kratix.io/pipeline-name=first',
    });
    expect(at(pod?.status, 'phase')).toBe('Succeeded');
    expect(
      (at(pod?.status, 'initContainerStatuses') as { name: string }[]).map(
        ({ name }) => name,
      ),
    ).toEqual(['reader', 'prepare', 'work-writer']);
  });

  it('leaves a Work for each pipeline, at the one Destination, with files of the request', async () => {
    await order();
    await platform.clock.advance(12_000);

    const works = platform.cluster.list(resources.works, {
      namespace: 'default',
    });
    expect(works).toHaveLength(2);
    expect(Object.values(workFiles(works[0]))[0]).toContain('size: small');
    const placements = platform.cluster.list(resources.workPlacements);
    expect(placements).toHaveLength(2);
    for (const placement of placements) {
      expect(findCondition(placement.status, 'Ready')?.message).toBe('Ready');
      expect(at(placement.spec, 'targetDestinationName')).toBe('dev');
    }
  });

  it('runs again when its spec changes, and keeps its Works', async () => {
    await order();
    await platform.clock.advance(12_000);
    const [before] = platform.cluster.list(resources.works);

    platform.apply(cacheRequest({ size: 'large' }));
    await platform.clock.advance(500);
    expect(phases()).toEqual(['Running', 'Pending']);
    expect(at(request().status, 'observedGeneration')).toBe(1);

    await platform.clock.advance(12_000);
    expect(at(request().status, 'observedGeneration')).toBe(2);
    const after = platform.get(
      resources.works,
      'default',
      before?.metadata.name ?? '',
    );
    expect(Object.values(workFiles(after))[0]).toContain('size: large');
  });

  it('runs again when a person asks, and takes the label away', async () => {
    await order();
    await platform.clock.advance(12_000);

    platform.apply(
      cacheRequest({ labels: { 'kratix.io/manual-reconciliation': 'true' } }),
    );
    await platform.clock.advance(500);

    expect(phases()).toEqual(['Running', 'Pending']);
    expect(request().metadata.labels).not.toHaveProperty([
      'kratix.io/manual-reconciliation',
    ]);
  });

  it('runs again after the reconciliation interval', async () => {
    await order();
    await platform.clock.advance(12_000);

    await platform.clock.advance(35_900_000);
    expect(platform.cluster.list(resources.jobs)).toHaveLength(2);

    await platform.clock.advance(200_000);
    expect(platform.cluster.list(resources.jobs)).toHaveLength(4);
  });

  it('waits for a person when a pipeline suspends, and goes on from there', async () => {
    await order({
      annotations: {
        'sandbox.kratix-portal.io/suspend':
          'pipeline: second\nmessage: Ana approves $(spec.size)',
      },
    });
    await platform.clock.advance(12_000);

    expect(request().metadata.labels).toMatchObject({
      'kratix.io/workflow-suspended': 'true',
    });
    expect(pipelineEntries(request().status)?.[1]).toMatchObject({
      name: 'second',
      phase: 'Suspended',
      message: 'Ana approves small',
    });
    expect(reasons()).toEqual({
      ConfigureWorkflowCompleted: 'PipelinesInProgress',
      Reconciled: 'WorkflowSuspended',
    });
    expect(platform.cluster.list(resources.works)).toHaveLength(1);

    platform.cluster.mutate(
      caches,
      { namespace: 'default', name: 'one' },
      draft => {
        delete draft.metadata.labels?.['kratix.io/workflow-suspended'];
      },
    );
    await platform.clock.advance(200);
    expect(phases()).toEqual(['Succeeded', 'Running']);

    await platform.clock.advance(6_000);
    expect(reasons().Reconciled).toBe('Reconciled');
    expect(
      at(request().status, 'kratix', 'workflows', 'suspendedGeneration'),
    ).toBeUndefined();
  });

  it('tries again by itself, counting, when a pipeline asks for it', async () => {
    await order({
      annotations: {
        'sandbox.kratix-portal.io/retry-after': 'after: 1m\ntimes: 2',
      },
    });
    await platform.clock.advance(5_000);
    expect(pipelineEntries(request().status)?.[0]).toMatchObject({
      phase: 'Suspended',
      attempts: 1,
      nextRetryAt: expect.any(String),
    });

    await platform.clock.advance(65_000);
    expect(pipelineEntries(request().status)?.[0]).toMatchObject({
      phase: 'Suspended',
      attempts: 2,
    });

    await platform.clock.advance(80_000);
    expect(reasons().Reconciled).toBe('Reconciled');
    expect(pipelineEntries(request().status)?.[0]).not.toHaveProperty(
      'attempts',
    );
  });

  it('fails after the restarts that its Job allows, and never starts what follows', async () => {
    await order({
      annotations: { 'sandbox.kratix-portal.io/fail': 'first/prepare' },
    });
    await platform.clock.advance(1_000 + 3 * 2_000 + 2_000 + 4_000 + 2_000);

    expect(phases()).toEqual(['Failed', 'Pending']);
    expect(request().status).toMatchObject({
      message: 'Pending',
      workflowsFailed: 1,
      workflowsSucceeded: 0,
    });
    expect(reasons()).toEqual({
      ConfigureWorkflowCompleted: 'ConfigureWorkflowFailed',
      Reconciled: 'ConfigureWorkflowFailed',
    });
    // With restartPolicy OnFailure the Job controller removes the Pod.
    expect(platform.cluster.list(resources.pods)).toHaveLength(0);
  });

  it('can go well after a restart of its container', async () => {
    await order({
      annotations: {
        'sandbox.kratix-portal.io/fail': 'container: prepare\nattempts: 1',
      },
    });
    await platform.clock.advance(20_000);

    expect(reasons().Reconciled).toBe('Reconciled');
    const [pod] = platform.cluster.list(resources.pods, {
      labelSelector: 'kratix.io/pipeline-name=first',
    });
    expect(at(pod?.status, 'initContainerStatuses')).toMatchObject([
      { name: 'reader', restartCount: 0 },
      { name: 'prepare', restartCount: 1 },
      { name: 'work-writer', restartCount: 0 },
    ]);
  });

  it('shows an image that cannot be pulled while it keeps waiting', async () => {
    await order({
      annotations: {
        'sandbox.kratix-portal.io/fail':
          'container: prepare\nwaiting: ImagePullBackOff',
      },
    });
    await platform.clock.advance(60_000);

    expect(phases()).toEqual(['Running', 'Pending']);
    const [pod] = platform.cluster.list(resources.pods);
    expect(at(pod?.status, 'initContainerStatuses')).toMatchObject([
      {},
      {
        state: {
          waiting: {
            reason: 'ImagePullBackOff',
            message: 'Back-off pulling image "prepare:v1"',
          },
        },
      },
      {},
    ]);
  });

  it('is left alone while it is paused, and runs from the start afterwards', async () => {
    await order();
    await platform.clock.advance(12_000);
    platform.apply(
      cacheRequest({ labels: { 'kratix.io/paused': 'true' }, size: 'large' }),
    );
    await platform.clock.advance(20_000);
    expect(reasons().Reconciled).toBe('PausedReconciliation');
    expect(at(request().status, 'observedGeneration')).toBe(1);

    platform.apply(
      cacheRequest({ labels: { 'kratix.io/paused': 'false' }, size: 'large' }),
    );
    await platform.clock.advance(500);
    expect(phases()).toEqual(['Running', 'Pending']);
    await platform.clock.advance(12_000);
    expect(at(request().status, 'observedGeneration')).toBe(2);
  });

  it('runs the delete pipeline, then leaves nothing behind', async () => {
    await order({ withDelete: true });
    await platform.clock.advance(12_000);

    platform.cluster.delete(caches, { namespace: 'default', name: 'one' });
    await platform.clock.advance(500);
    expect(pipelineEntries(request().status)).toMatchObject([
      { name: 'remove', phase: 'Running' },
    ]);

    await platform.clock.advance(60_000);
    expect(platform.cluster.list(caches)).toEqual([]);
    for (const gvr of [
      resources.works,
      resources.workPlacements,
      resources.jobs,
      resources.pods,
      resources.resourceBindings,
    ]) {
      expect(platform.cluster.list(gvr)).toEqual([]);
    }
  });

  it('stays when its delete pipeline fails, and says so', async () => {
    await order({
      withDelete: true,
      annotations: { 'sandbox.kratix-portal.io/fail': 'remove/clean' },
    });
    await platform.clock.advance(12_000);

    platform.cluster.delete(caches, { namespace: 'default', name: 'one' });
    await platform.clock.advance(60_000);

    expect(
      findCondition(request().status, 'DeleteWorkflowCompleted'),
    ).toMatchObject({
      status: 'False',
      reason: 'DeleteWorkflowFailed',
    });
  });

  it('keeps the five newest Jobs of each pipeline', async () => {
    await order();
    await platform.clock.advance(12_000);
    for (let run = 0; run < 7; run += 1) {
      platform.apply(
        cacheRequest({ labels: { 'kratix.io/manual-reconciliation': 'true' } }),
      );
      await platform.clock.advance(15_000);
    }

    expect(
      platform.cluster.list(resources.jobs, {
        labelSelector: 'kratix.io/pipeline-name=first',
      }),
    ).toHaveLength(5);
  });

  it('goes on where it was after a restart of the sandbox', async () => {
    await order();
    await platform.clock.advance(3_000);

    platform.restart();
    await platform.clock.advance(12_000);

    expect(reasons().Reconciled).toBe('Reconciled');
    expect(platform.cluster.list(resources.jobs)).toHaveLength(2);
  });

  it('is there at once, and as old as it says, when it is settled', async () => {
    await order(
      {},
      {
        annotations: { 'sandbox.kratix-portal.io/settled': '1h' },
      },
    );
    await platform.clock.advance(1_000);

    expect(findCondition(request().status, 'Reconciled')).toMatchObject({
      reason: 'Reconciled',
      lastTransitionTime: '2026-08-21T09:00:01Z',
    });
  });
});
