import type { Entity } from '@backstage/catalog-model';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { parse } from 'yaml';
import { applyExamples } from './actions/apply/applyExamples';
import { deleteExamples } from './actions/delete/deleteExamples';
import { openPullRequestExamples } from './actions/pullRequest/openPullRequestExamples';
import { previewExamples } from './actions/preview/previewExamples';
import { renderExamples } from './actions/render/renderExamples';
import { waitExamples } from './actions/wait/waitExamples';
import { createDestination } from './__testUtils__/createDestination';
import { FakeGitea } from './__testUtils__/FakeGitea';
import { redisPromise } from './__testUtils__/redisPromise';
import { runTask, until } from './__testUtils__/runTask';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(90_000);

const redises = { group: 'example.com', version: 'v1', resource: 'redises' };
const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const postgresql = { kind: 'Postgresql', plural: 'postgresqls' };
const cache = { namespace: 'team-a', name: 'cache' };
const values = {
  objnamespace: 'team-a',
  objname: 'orders',
  owner: 'group:default/team-a',
  spec: { size: 'small' },
};

const direct = [
  ...applyExamples,
  ...waitExamples,
  ...deleteExamples,
  ...previewExamples,
];
const reviewed = [
  // Backstage's own action for another forge: what this module does for it is the first step.
  ...renderExamples.map(example => ({ ...example, steps: 1 })),
  ...openPullRequestExamples,
];

describe('examples of the actions', () => {
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
    createDestination(sandbox, 'previews', { 'kratix.io/dry-run': 'true' });
    sandbox.cluster.create(promises, redisPromise());
    sandbox.cluster.create(promises, redisPromise('postgresql', postgresql));
    await until(
      async () =>
        sandbox.cluster.serves(redises) &&
        sandbox.cluster.serves({ ...redises, resource: postgresql.plural }),
    );
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
    await gitea.stop();
    gitea.assertNothingRefused();
  });

  it.each(direct.map(({ description, example }) => [description, example]))(
    'do what they say: %s',
    async (_, example) => {
      if (/mode: change|resource:delete|resource:preview/.test(example)) {
        sandbox.cluster.create(redises, existing);
      }

      const task = await run(example, { isDirect: true });

      expect(task).toMatchObject({ status: 'completed' });
    },
  );

  it.each(
    reviewed.map(({ description, example, ...rest }) => [
      description,
      { example, ...rest },
    ]),
  )('do what they say by review: %s', async (_, { example, ...rest }) => {
    if (example.includes('mode: delete')) {
      gitea.branches
        .get('main')
        ?.set(
          'live/dev/team-a/redis.example.com/cache.yaml',
          'apiVersion: example.com/v1',
        );
    }

    const task = await run(example, rest);

    expect(task).toMatchObject({ status: 'completed' });
  });

  async function run(
    example: string,
    { isDirect = false, steps: count = Infinity } = {},
  ) {
    const { steps } = parse(example);
    const backend = await startScaffolder(
      {
        ...{ sandbox, gitea, isDirect },
        platform: example.includes('platform: production')
          ? 'production'
          : 'dev',
      },
      [templateOf(steps.slice(0, count)), ...ordered],
    );
    backends.push(backend);
    return runTask(backend.server, { values });
  }
});

const existing = {
  apiVersion: 'example.com/v1',
  kind: 'Redis',
  metadata: cache,
  // A field that somebody else wrote cannot be changed without a conflict.
  spec: { note: 'small' },
};

/** Stands for the catalog module, which would have them a moment after the order. */
const ordered: Entity[] = [
  'redis.team-a.cache',
  'redis.team-a.orders',
  'postgresql.team-a.orders',
].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { namespace: 'default', name },
}));

function templateOf(steps: object[]): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'order', namespace: 'default' },
    spec: { type: 'kratix-resource', parameters: [], steps: steps as never },
  };
}
