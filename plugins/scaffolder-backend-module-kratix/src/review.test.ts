import type { Entity } from '@backstage/catalog-model';
import {
  buildRemovalTemplate,
  buildTemplate,
  parsePromise,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { FakeGitea } from './__testUtils__/FakeGitea';
import { offerRedis, redises } from './__testUtils__/offerRedis';
import { redisPromise } from './__testUtils__/redisPromise';
import { runTask } from './__testUtils__/runTask';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const cache = { namespace: 'team-a', name: 'cache' };
const path = 'live/dev/team-a/redis.example.com/cache.yaml';
const order = {
  objnamespace: 'team-a',
  objname: 'cache',
  owner: 'group:default/team-a',
  spec: { size: 'small' },
};

describe('orders that are reviewed', () => {
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
    await offerRedis(sandbox);
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
    await gitea.stop();
    gitea.assertNothingRefused();
  });

  it('opens a pull request for a new one, and writes nothing to the platform', async () => {
    const { run } = await start();

    const task = await run({ values: order });

    expect(task).toMatchObject({ status: 'completed' });
    expect(gitea.pulls).toMatchObject([
      {
        state: 'open',
        base: 'main',
        head: expect.stringMatching(
          /^kratix\/dev\/team-a\/redis\.example\.com\/cache\/create-[0-9a-f]{10}$/,
        ),
        title: 'Order Redis team-a/cache on Development',
        body: expect.stringContaining('user:default/mock'),
      },
    ]);
    expect(gitea.file(path, gitea.pulls[0]?.head)).toBe(
      `apiVersion: example.com/v1
kind: Redis
metadata:
  name: cache
  namespace: team-a
  annotations:
    kratix-portal.io/owner: group:default/team-a
    kratix.io/requested-by: user:default/mock
    kratix-portal.io/task: ${task.id}
spec:
  size: small
`,
    );
    expect(gitea.file(path)).toBeUndefined();
    expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
    expect(task.output).toMatchObject({
      links: [
        {
          title: 'Open the review',
          url: `http://${gitea.host}/acme/orders/pulls/1`,
        },
      ],
    });
  });

  it('takes who asks from the task, whatever the form says', async () => {
    const { run } = await start();

    await run({
      values: {
        ...order,
        requestedBy: 'user:default/eve',
        'kratix.io/requested-by': 'user:default/eve',
      },
    });

    const text = gitea.file(path, gitea.pulls[0]?.head);
    expect(text).toContain('kratix.io/requested-by: user:default/mock');
    expect(text).not.toContain('eve');
  });

  it('changes the file, and keeps what others wrote into it', async () => {
    gitea.branches.get('main')?.set(path, `# see TICKET-1\n${manifest}`);
    const { run } = await start();

    const task = await run({
      values: { ...order, mode: 'change', spec: { size: 'large' } },
    });

    expect(task).toMatchObject({ status: 'completed' });
    const text = gitea.file(path, gitea.pulls[0]?.head);
    expect(text).toContain('# see TICKET-1');
    expect(text).toContain('cost-centre: "42"');
    expect(text).toContain('size: large');
    expect(gitea.pulls[0]?.head).toContain('/change-');
  });

  it('changes one that was not born in the repository by adding it there', async () => {
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: {
        ...cache,
        annotations: { 'kratix.io/requested-by': 'user:default/ana' },
      },
      spec: { size: 'small' },
    });
    const { run } = await start();

    const task = await run({
      values: { ...order, mode: 'change', spec: { size: 'large' } },
    });

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.log).toContain('is not in the repository yet');
    expect(gitea.file(path, gitea.pulls[0]?.head)).toContain(
      'kratix.io/requested-by: user:default/ana',
    );
  });

  it('checks a change even where others own the fields', async () => {
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: cache,
      spec: { size: 'small' },
    });
    const { run } = await start();

    const task = await run({
      template: 'unchecked',
      values: { ...order, mode: 'change', spec: { size: 'huge' } },
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('Unsupported value: "huge"');
  });

  it('removes the file', async () => {
    gitea.branches.get('main')?.set(path, manifest);
    const { run } = await start();

    const task = await run({ template: 'kratix_remove', values: removal });

    expect(task).toMatchObject({ status: 'completed' });
    const head = gitea.pulls[0]?.head;
    expect(head).toContain('/delete-');
    expect(gitea.file(path, head)).toBeUndefined();
    expect(gitea.file(path)).toBe(manifest);
  });

  it.each([
    [
      'a removal of what the repository does not have',
      { template: 'kratix_remove', values: { ...cache, promise: 'redis' } },
      'live/dev/team-a/redis.example.com/cache.yaml is not in the repository',
    ],
    [
      'a change of nothing',
      { values: { ...order, mode: 'change' } },
      'There is no redis team-a/cache, neither on Development nor as live/',
    ],
    [
      'what the platform would not take',
      { values: { ...order, objnamespace: 'nowhere' } },
      'namespaces "nowhere" not found',
    ],
  ])('refuses %s', async (_, task, message) => {
    const { run } = await start();

    const result = await run(task);

    expect(result.status).toBe('failed');
    expect(result.log).toContain(message);
    expect(gitea.pulls).toEqual([]);
  });

  it('refuses a name that the repository has', async () => {
    gitea.branches.get('main')?.set(path, manifest);
    const { run } = await start();

    const task = await run({ values: order });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('The name team-a/cache is taken');
  });

  it('refuses a change that changes nothing', async () => {
    gitea.branches.get('main')?.set(path, manifest);
    const { run } = await start();

    const task = await run({
      values: {
        objnamespace: 'team-a',
        objname: 'cache',
        mode: 'change',
        spec: { size: 'small' },
      },
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('asks for exactly this already');
  });

  it('lets people ask who may not write to the platform, and says that it was not checked', async () => {
    const { run } = await start({ identity: 'impersonate' });

    const task = await run({ values: order });

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.log).toContain('could not be asked');
    expect(gitea.pulls).toHaveLength(1);
  });

  it('keeps to the namespaces of the platform', async () => {
    const { run } = await start({ namespaces: ['team-b'] });

    const task = await run({ values: order });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('only in team-b');
    expect(gitea.pulls).toEqual([]);
  });

  async function start(
    options: { identity?: string; namespaces?: string[] } = {},
  ) {
    const backend = await startScaffolder(
      { sandbox, gitea, ...options },
      templatesFor(gitea.host),
    );
    backends.push(backend);
    return {
      run: (task: Parameters<typeof runTask>[1]) =>
        runTask(backend.server, { template: 'redis', ...task }),
    };
  }
});

const removal = { promise: 'redis', ...cache };

const manifest = `apiVersion: example.com/v1
kind: Redis
metadata:
  name: cache
  namespace: team-a
  labels:
    cost-centre: "42"
spec:
  size: small
`;

/** What the catalog would hold of the platform. */
function templatesFor(host: string): Entity[] {
  const platform: Platform = {
    name: 'dev',
    title: 'Development',
    identity: 'service-account',
    delivery: {
      mode: 'pull-request',
      repository: {
        forge: 'gitea',
        host,
        owner: 'acme',
        repo: 'orders',
        path: 'live',
        branch: 'main',
      },
    },
    namespaces: [],
    catalogNamespace: 'default',
    defaultOwner: 'group:default/platform',
    isSandbox: false,
  };
  const promise = parsePromise({
    ...redisPromise(),
    metadata: { ...redisPromise().metadata, uid: 'u', resourceVersion: '1' },
  });
  if (!promise.ok) {
    throw new Error(promise.problem.message);
  }
  const ordering = buildTemplate(promise.value, platform).template;
  const removing = buildRemovalTemplate(platform);
  if (!ordering || !removing) {
    throw new Error('The platform has no Templates');
  }
  // What a Template of an adopter's own may let through.
  const unchecked = {
    ...ordering,
    metadata: { ...ordering.metadata, name: 'unchecked' },
    spec: { ...ordering.spec, parameters: [] },
  };
  return [ordering, removing, unchecked];
}
