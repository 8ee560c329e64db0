import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  findFailingStep,
  findLastErrorLine,
  type LogLine,
  type WorkflowRun,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createSandbox,
  systemClock,
  type Sandbox,
} from '@kratix-portal/sandbox';
import { redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { defaultWatchTiming } from '../cluster/watch/WatchTiming';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from '../service/DefaultKratixService';
import type { LogChunk, LogOptions } from '../service/WorkflowReader';

// Runs and logs as the sandbox plays them, read over TLS by the real connection.
jest.setTimeout(60_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const redises = { group: 'example.org', version: 'v1', resource: 'redises' };
const pods = { group: '', version: 'v1', resource: 'pods' };
const target = {
  type: 'request',
  promise: 'redis',
  namespace: 'team-a',
  name: 'one',
} as const;

describe('DefaultWorkflowReader and the sandbox', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;
  let service: DefaultKratixService;

  beforeEach(async () => {
    directory.clear();
    sandbox = await createSandbox({
      clock: systemClock({ speed: 20 }),
      empty: true,
      log: () => {},
    });
    directory.addContent({ kubeconfig: sandbox.kubeconfig });
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    service = new DefaultKratixService({
      config: readKratixConfig(
        mockServices.rootConfig({
          data: {
            kratix: {
              platforms: [
                {
                  name: 'dev',
                  sandbox: true,
                  identity: 'service-account',
                  connection: {
                    kubeconfig: { path: directory.resolve('kubeconfig') },
                  },
                },
              ],
            },
          },
        }),
      ),
      logger: mockServices.logger.mock(),
      timing: { ...defaultWatchTiming, minPauseMs: 10 },
    });
    service.start();
  });

  afterEach(async () => {
    service.stop();
    await sandbox.close();
  });

  const reader = () => service.workflows('dev', { type: 'portal' });
  const newest = async (): Promise<WorkflowRun | undefined> =>
    (await reader().listRuns(target)).runs[0];
  const wait = (what: string, isTrue: () => Promise<boolean>) =>
    waitForAsync(what, isTrue);

  async function order(
    annotations: Record<string, string>,
    restartPolicy = 'OnFailure',
  ): Promise<void> {
    const { spec } = redisPromise();
    sandbox.cluster.create(promises, {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 'redis' },
      spec: {
        ...(spec as object),
        workflows: {
          resource: {
            configure: ['plan', 'apply'].map(name => ({
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name },
              spec: {
                restartPolicy,
                containers: [{ name: `${name}-it`, image: `${name}:v1` }],
              },
            })),
          },
        },
      },
    });
    await waitFor('API', () => sandbox.cluster.serves(redises), 10_000);
    sandbox.cluster.create(redises, {
      apiVersion: 'example.org/v1',
      kind: 'Redis',
      metadata: { name: 'one', namespace: 'team-a', annotations },
      spec: { size: 'small' },
    });
    await waitFor(
      'request',
      () => {
        const known = service.snapshot('dev').requests.get('redis');
        return known?.state === 'synced' && known.items.length === 1;
      },
      10_000,
    );
  }

  it('shows a run from its first step to its last, and what each printed', async () => {
    await order({});
    await wait('success', async () => (await newest())?.state === 'succeeded');

    const { runs, isComplete } = await reader().listRuns(target);

    expect(isComplete).toBe(true);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      action: 'configure',
      state: 'succeeded',
      origin: { type: 'order' },
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
    expect(
      runs[0]?.pipelines.map(({ name, state, attempts }) => ({
        name,
        state,
        steps: attempts.flatMap(({ steps }) =>
          steps.map(step => `${step.name} ${step.state} ${step.log}`),
        ),
      })),
    ).toEqual(
      ['plan', 'apply'].map(name => ({
        name,
        state: 'succeeded',
        steps: ['reader', `${name}-it`, 'work-writer', 'status-writer'].map(
          step => `${step} succeeded available`,
        ),
      })),
    );
    const { chunks, lines } = await readLog(podOf(runs[0], 'plan'), 'plan-it');
    expect(lines.at(-1)?.text).toBe('plan-it finished');
    expect(lines.every(({ time }) => time !== undefined)).toBe(true);
    expect(chunks.at(-1)).toEqual({ type: 'end', reason: 'finished' });

    const since = lines.at(-1)?.time;
    const again = await readLog(podOf(runs[0], 'plan'), 'plan-it', {
      sinceTime: since,
    });
    expect(again.lines.map(({ text }) => text)).toContain('plan-it finished');
    expect(again.lines.length).toBeLessThan(lines.length);
  });

  it('finds the step that failed, and its last error', async () => {
    await order(
      {
        'sandbox.kratix-portal.io/fail':
          'pipeline: apply\nmessage: quota exceeded',
      },
      'Never',
    );
    await wait('failure', async () => (await newest())?.state === 'failed');

    const run = await newest();
    const failing = run && findFailingStep(run);

    expect(failing).toMatchObject({
      pipeline: 'apply',
      step: { name: 'apply-it', state: 'failed', exitCode: 1 },
      attemptCount: expect.any(Number),
      pod: expect.any(String),
    });
    const { lines } = await readLog(failing?.pod ?? '', 'apply-it');
    expect(findLastErrorLine(lines)).toBe('Error: quota exceeded');
  });

  it('says that the Pod is gone where the Job controller has removed it', async () => {
    await order({
      'sandbox.kratix-portal.io/fail': 'pipeline: plan\nmessage: no',
    });
    const seen = { pod: '' };
    await wait('failure', async () => {
      const run = await newest();
      seen.pod ||= podOf(run, 'plan');
      return run?.state === 'failed';
    });

    const run = await newest();

    expect(run?.pipelines).toMatchObject([
      { name: 'plan', state: 'failed', attempts: [{ state: 'failed' }] },
      { name: 'apply', state: 'pending', attempts: [] },
    ]);
    expect(run?.pipelines[0]?.attempts[0]?.steps[1]).toMatchObject({
      name: 'plan-it',
      state: 'unknown',
      log: 'podGone',
    });
    expect((await readLog(seen.pod, 'plan-it')).chunks).toEqual([
      { type: 'unavailable', reason: 'podGone' },
    ]);
  });

  it('keeps the attempt before apart from the one that runs', async () => {
    await order({
      'sandbox.kratix-portal.io/fail':
        'container: plan-it\nattempts: 1\nmessage: first try failed',
    });
    await wait('success', async () => (await newest())?.state === 'succeeded');
    const run = await newest();
    const pod = podOf(run, 'plan');

    expect(run?.pipelines[0]).toMatchObject({ attemptCount: 2 });
    expect(run?.pipelines[0]?.attempts[0]?.steps[1]).toMatchObject({
      restarts: 1,
      hasPreviousLog: true,
    });
    const previous = await readLog(pod, 'plan-it', { previous: true });
    expect(previous.lines.at(-1)?.text).toBe('Error: first try failed');
    const current = await readLog(pod, 'plan-it');
    expect(current.lines.map(({ text }) => text).join()).not.toContain(
      'first try failed',
    );
    expect((await readLog(pod, 'reader', { previous: true })).chunks).toEqual([
      { type: 'unavailable', reason: 'noPrevious' },
    ]);
  });

  it('tells an image that cannot be pulled long before Kratix says failed', async () => {
    await order({
      'sandbox.kratix-portal.io/fail':
        'container: plan-it\nwaiting: ImagePullBackOff',
    });
    await wait('trouble', async () => {
      const run = await newest();
      return run !== undefined && findFailingStep(run) !== undefined;
    });

    const run = await newest();

    expect(run).toMatchObject({ state: 'running' });
    expect(run?.pipelines[0]?.attempts[0]?.steps[1]).toMatchObject({
      state: 'waiting',
      trouble: { kind: 'image', reason: 'ImagePullBackOff' },
      log: 'notStarted',
    });
    expect((await readLog(podOf(run, 'plan'), 'plan-it')).chunks).toMatchObject(
      [{ type: 'unavailable', reason: 'image' }],
    );
  });

  it('follows a log until its container is done, and stops when it is told to', async () => {
    await order({ 'sandbox.kratix-portal.io/duration': '60s' });
    await wait('start', async () =>
      Boolean(
        (
          await newest()
        )?.pipelines[0]?.attempts[0]?.steps.some(
          ({ name, state }) => name === 'plan-it' && state === 'running',
        ),
      ),
    );
    const pod = podOf(await newest(), 'plan');
    const stop = new AbortController();
    const stopped = readLog(pod, 'plan-it', {
      follow: true,
      signal: stop.signal,
    });

    const { chunks, lines } = await readLog(pod, 'plan-it', { follow: true });

    expect(chunks.length).toBeGreaterThan(2);
    expect(lines.at(-1)?.text).toBe('plan-it finished');
    stop.abort(new Error('enough'));
    // It may have read the end before; then there is nothing left to stop.
    const outcome = await stopped.catch((error: Error) => error.message);
    expect(['enough', 'finished']).toContain(
      typeof outcome === 'string' ? outcome : 'finished',
    );
  });

  it('reads no Pod that is not of the request', async () => {
    await order({});
    sandbox.cluster.create(pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'secretive', namespace: 'team-a' },
      spec: { containers: [{ name: 'main', image: 'i' }] },
    });

    for (const pod of ['secretive', 'nothing', 'secretive/log']) {
      expect((await readLog(pod, 'main')).chunks).toEqual([
        { type: 'unavailable', reason: 'podGone' },
      ]);
    }
    await expect(readLog('..', 'main')).rejects.toMatchObject({
      name: 'InputError',
    });
    await wait('pod', async () => podOf(await newest(), 'plan') !== '');
    await expect(
      readLog(podOf(await newest(), 'plan'), 'main'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('tells what may not be read', async () => {
    await order({});
    sandbox.faults.add({ kind: 'forbid', resource: 'jobs' });

    await expect(reader().listRuns(target)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  async function readLog(
    pod: string,
    container: string,
    options: Partial<LogOptions> = {},
  ) {
    const chunks: LogChunk[] = [];
    for await (const chunk of reader().streamLog(target, {
      pod,
      container,
      ...options,
    })) {
      chunks.push(chunk);
    }
    const lines: LogLine[] = chunks.flatMap(chunk =>
      chunk.type === 'lines' ? [...chunk.lines] : [],
    );
    return { chunks, lines };
  }
});

function podOf(run: WorkflowRun | undefined, pipeline: string): string {
  const found = run?.pipelines.find(({ name }) => name === pipeline);
  return found?.attempts.at(-1)?.pod ?? '';
}

async function waitForAsync(
  what: string,
  isTrue: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > end) {
      throw new Error(`No ${what} within 20 s`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}
