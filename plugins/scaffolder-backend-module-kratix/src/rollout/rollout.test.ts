import type { Entity } from '@backstage/catalog-model';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { createDestination } from '../__testUtils__/createDestination';
import { FakeGitea } from '../__testUtils__/FakeGitea';
import { redisPromise } from '../__testUtils__/redisPromise';
import { runTask, until } from '../__testUtils__/runTask';
import { startScaffolder } from '../__testUtils__/startScaffolder';

jest.setTimeout(120_000);

const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
const promises = { ...kratix, resource: 'promises' };
const revisions = { ...kratix, resource: 'promiserevisions' };
const bindings = { ...kratix, resource: 'resourcebindings' };
const redises = { group: 'example.com', version: 'v1', resource: 'redises' };
/** Fails only in the workflow of v2. */
const failsAtV2 = { 'sandbox.kratix-portal.io/fail': 'configure/render-v2' };

describe('kratix:promise:rollout', () => {
  let sandbox: Sandbox;
  let gitea: FakeGitea;
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    gitea = await FakeGitea.start();
    sandbox = await createSandbox({
      authorization: 'rbac',
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      log: () => undefined,
    });
    createDestination(sandbox);
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    sandbox.cluster.create(promises, promiseAt('v1'));
    await until(async () => sandbox.cluster.serves(redises));
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
    await gitea.stop();
  });

  it('moves a labelled group in batches, and leaves alone what others decide', async () => {
    order('a', { labels: { tier: 'test' } });
    order('b', { labels: { tier: 'test' } });
    order('c', { labels: { tier: 'prod' } });
    order('flux', {
      labels: { tier: 'test', 'kustomize.toolkit.fluxcd.io/name': 'apps' },
    });
    await settleAtV1('a', 'b', 'c', 'flux');
    await offerV2();

    const task = await rollOut({
      version: 'v2',
      labels: 'tier=test',
      batchSize: 1,
    });

    expect(task.output).toMatchObject({
      moved: ['team-a/a', 'team-a/b'],
      failed: [],
      rolledBack: [],
      notStarted: [],
      skipped: [{ request: 'team-a/flux', code: 'git' }],
    });
    expect(task.log).toContain('Batch 2 of 2');
    expect(versionsOf('a', 'b', 'c', 'flux')).toEqual(['v2', 'v2', 'v1', 'v1']);
    expect(followed('c')).toBe('v1');
  });

  it('stops at the first failure and says which and why', async () => {
    order('a', { annotations: failsAtV2 });
    order('b');
    await settleAtV1('a', 'b');
    await offerV2();

    const task = await rollOut({ version: 'v2', batchSize: 1 });

    expect(task.status).toBe('failed');
    expect(task.log).toMatch(/The rollout to v2 stopped:\n- team-a\/a: .+/);
    expect(task.log).toContain('0 at v2, 0 rolled back, 1 not begun');
    expect([followed('a'), followed('b')]).toEqual(['v2', 'v1']);
  });

  it('puts the batch back in which one failed', async () => {
    order('a');
    order('b', { annotations: failsAtV2 });
    order('c');
    await settleAtV1('a', 'b', 'c');
    await offerV2();

    const task = await rollOut({
      version: 'v2',
      batchSize: 2,
      onFailure: 'rollBackBatch',
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('Rolling back: team-a/a, team-a/b');
    expect(task.log).toContain('0 at v2, 2 rolled back, 1 not begun');
    expect([followed('a'), followed('b'), followed('c')]).toEqual([
      'v1',
      'v1',
      'v1',
    ]);
    await until(async () => versionsOf('a', 'b').every(each => each === 'v1'));
  });

  it('refuses a version that the platform does not keep, and a request that is not there', async () => {
    order('a');
    await settleAtV1('a');

    const noVersion = await rollOut({ version: 'v9' });
    const noRequest = await rollOut({ version: 'v1', requests: ['team-a/x'] });

    expect(noVersion.log).toContain(
      'Development keeps no version v9 of redis; there is v1',
    );
    expect(noRequest.log).toContain('There is no request team-a/x');
  });

  function order(
    name: string,
    metadata: {
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    } = {},
  ): void {
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { namespace: 'team-a', name, ...metadata },
      spec: { size: 'small' },
    });
  }

  const statusOf = (name: string) =>
    sandbox.cluster.get(redises, { namespace: 'team-a', name })?.status as
      | { kratix?: { promiseVersion?: string }; promiseVersion?: string }
      | undefined;
  const versionsOf = (...names: string[]) =>
    names.map(
      name =>
        statusOf(name)?.kratix?.promiseVersion ??
        statusOf(name)?.promiseVersion,
    );
  const bindingOf = (name: string) =>
    sandbox.cluster
      .list(bindings)
      .find(
        ({ metadata }) => metadata.labels?.['kratix.io/resource-name'] === name,
      );
  const followed = (name: string) =>
    (bindingOf(name)?.spec as { version?: string } | undefined)?.version;

  /** Ready at v1, and following that version and no other. */
  async function settleAtV1(...names: string[]): Promise<void> {
    await until(async () => versionsOf(...names).every(each => each === 'v1'));
    names.forEach(name => {
      const binding = bindingOf(name);
      sandbox.cluster.mutate(
        bindings,
        { namespace: 'team-a', name: binding?.metadata.name ?? '' },
        draft => {
          draft.spec = { ...(draft.spec as object), version: 'v1' };
        },
      );
    });
  }

  async function offerV2(): Promise<void> {
    const v2 = promiseAt('v2');
    sandbox.cluster.mutate(promises, { name: 'redis' }, draft => {
      draft.metadata.labels = v2.metadata.labels;
      draft.spec = v2.spec;
    });
    await until(async () => sandbox.cluster.list(revisions).length === 2);
  }

  async function rollOut(input: object) {
    const backend = await startScaffolder({ sandbox, gitea, isDirect: true }, [
      template(input),
    ]);
    backends.push(backend);
    return runTask(backend.server);
  }
});

function promiseAt(version: string) {
  const base = redisPromise();
  return {
    ...base,
    metadata: {
      ...base.metadata,
      labels: { 'kratix.io/promise-version': version },
      annotations: { 'sandbox.kratix-portal.io/duration': '1100ms' },
    },
    spec: {
      ...base.spec,
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'configure' },
              spec: {
                containers: [
                  { name: `render-${version}`, image: 'example/render' },
                ],
              },
            },
          ],
        },
      },
    },
  };
}

function template(input: object): Entity {
  const outputs = [
    'moved',
    'failed',
    'skipped',
    'rolledBack',
    'notStarted',
  ].map(name => [name, `\${{ steps.rollout.output.${name} }}`]);
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'order', namespace: 'default' },
    spec: {
      type: 'service',
      parameters: [],
      steps: [
        {
          id: 'rollout',
          name: 'Roll out',
          action: kratixActionIds.rollout,
          input: { promise: 'redis', timeoutMinutes: 1, ...input },
        },
      ],
      output: Object.fromEntries(outputs),
    },
  };
}
