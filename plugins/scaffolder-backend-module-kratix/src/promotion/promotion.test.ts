import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PermissionEvaluator,
} from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  buildPromotionTemplate,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { FakeGitea } from '../__testUtils__/FakeGitea';
import { redisPromise } from '../__testUtils__/redisPromise';
import { runTask, until } from '../__testUtils__/runTask';
import scaffolderModuleKratix from '../index';

jest.setTimeout(120_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const releases = { ...promises, resource: 'promisereleases' };
const redises = { group: 'example.com', version: 'v1', resource: 'redises' };
const file = 'promises/redis.yaml';
const values = { from: 'dev', promise: 'redis' };

describe('promotion', () => {
  let dev: Sandbox;
  let prod: Sandbox;
  let gitea: FakeGitea;
  const backends: { stop(): Promise<void> }[] = [];
  const audited: string[] = [];

  beforeEach(async () => {
    audited.length = 0;
    gitea = await FakeGitea.start();
    [dev, prod] = await Promise.all([startSandbox(), startSandbox()]);
    dev.cluster.create(promises, promiseAt('v2', ['tiny', 'large']));
    prod.cluster.create(promises, promiseAt('v1', ['small', 'large']));
    await until(async () => prod.cluster.serves(redises));
    ['small', 'large'].forEach(size =>
      prod.cluster.create(redises, {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: {
          namespace: 'team-a',
          name: size,
          annotations: { 'kratix-portal.io/owner': 'group:default/team-a' },
        },
        spec: { size },
      }),
    );
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await Promise.all([dev.close(), prod.close(), gitea.stop()]);
    gitea.assertNothingRefused();
  });

  it('opens a pull request that says who would be refused', async () => {
    const run = await start('pull-request');

    const task = await run();

    expect(task.log).toContain('waits for review');
    expect(gitea.pulls).toMatchObject([
      { title: 'Promote redis v2 to Production', base: 'main', state: 'open' },
    ]);
    const [pull] = gitea.pulls;
    expect(pull?.body).toContain('`team-a/small` of `group:default/team-a`');
    expect(pull?.body).not.toContain('team-a/large');
    expect(pull?.body).toContain('user:default/mock');
    const text = gitea.file(file, pull?.head);
    expect(text).toContain('kratix.io/promise-version: v2');
    expect(text).not.toMatch(/managedFields|resourceVersion|^status:/m);
    expect(versionOn(prod)).toBe('v1');
  });

  it('writes at once where the platform allows it', async () => {
    prod.cluster.delete(promises, { name: 'redis' });
    await until(async () => !prod.cluster.get(promises, { name: 'redis' }));
    const run = await start('apply');

    const task = await run();

    expect(task).toMatchObject({ status: 'completed' });
    expect(versionOn(prod)).toBe('v2');
    expect(gitea.pulls).toEqual([]);
  });

  it('takes no field over that somebody else manages', async () => {
    const run = await start('apply');

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toContain('Cannot change the Promise redis');
    expect(versionOn(prod)).toBe('v1');
  });

  it('adds it where there is none', async () => {
    prod.cluster.delete(promises, { name: 'redis' });
    await until(async () => !prod.cluster.get(promises, { name: 'redis' }));
    const run = await start('pull-request');

    const task = await run();

    expect(task).toMatchObject({ status: 'completed' });
    const [pull] = gitea.pulls;
    expect(pull?.title).toBe('Promote redis v2 to Production');
    expect(gitea.file(file)).toBeUndefined();
    expect(gitea.file(file, pull?.head)).toContain('kind: Promise');
  });

  it('changes the version of the PromiseRelease that keeps it', async () => {
    keptByRelease();
    gitea.branches.get('main')?.set(file, release('v1'));
    const run = await start('pull-request');

    const task = await run();

    expect(task).toMatchObject({ status: 'completed' });
    const [pull] = gitea.pulls;
    expect(gitea.file(file, pull?.head)).toBe(release('v2'));
    expect(pull?.body).toContain(
      'The PromiseRelease `redis` keeps this Promise: its version changes from `v1` to `v2`, and its source with it.',
    );
    expect(pull?.body).toContain('`team-a/small` of `group:default/team-a`');
  });

  it('leaves alone what a PromiseRelease keeps that no file holds', async () => {
    keptByRelease();
    const run = await start('pull-request');

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toMatch(/there is no file that holds it/);
    expect(gitea.pulls).toEqual([]);
    expect(versionOn(prod)).toBe('v1');
  });

  it('changes the version of the PromiseRelease at once where the platform allows it', async () => {
    keptByRelease();
    await applyRelease('kratix-portal');
    const run = await start('apply');

    const task = await run();

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.output).toMatchObject({
      text: [
        {
          title: 'What was promoted',
          content: expect.stringMatching(
            /team-a\/small(.|\n)*The PromiseRelease `redis` keeps this Promise: its version changes from `v1` to `v2`, and its source with it\.(.|\n)*user:default\/mock/,
          ),
        },
      ],
    });
    expect(releaseOn(prod)).toMatchObject({
      metadata: { labels: { team: 'platform' } },
      spec: {
        version: 'v2',
        sourceRef: {
          type: 'http',
          url: 'https://promises.example.com/redis/v2/promise.yaml',
        },
      },
    });
    expect(versionOn(prod)).toBe('v1');
    expect(audited).toEqual(['begun', 'succeeded without a pull request']);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'that is not there',
      async () => {},
      /Cannot change the PromiseRelease redis: Production says: .*not found/,
    ],
    [
      'that somebody else manages',
      () => applyRelease('argocd-controller'),
      /Cannot change the PromiseRelease redis: .*argocd-controller/,
    ],
    [
      'that has the version already',
      () => applyRelease('kratix-portal', 'v2'),
      /the PromiseRelease redis has version v2 already/,
    ],
  ])('leaves a PromiseRelease alone %s', async (_, prepare, why) => {
    keptByRelease();
    await prepare();
    const before = releaseOn(prod);
    const run = await start('apply');

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toMatch(why);
    expect(releaseOn(prod)?.spec).toEqual(before?.spec);
    expect(audited).toEqual(['begun', 'failed']);
  });

  it('overwrites no file that holds something else', async () => {
    gitea.branches.get('main')?.set(file, 'kind: ConfigMap\n');
    const run = await start('pull-request');

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toContain('it holds something else than the Promise');
    expect(audited).toEqual(['begun', 'failed']);
    expect(gitea.pulls).toEqual([]);
  });

  it('records that it was asked for before the pull request is there', async () => {
    const run = await start('pull-request');

    await run();

    expect(audited).toEqual(['begun', 'succeeded without a pull request']);
    expect(gitea.pulls).toHaveLength(1);
  });

  it('needs the permission to promote', async () => {
    const run = await start('pull-request', ['kratix.promise.promote']);

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toContain('the permission kratix.promise.promote');
    expect(gitea.pulls).toEqual([]);
  });

  const keptByRelease = () =>
    prod.cluster.mutate(promises, { name: 'redis' }, draft => {
      draft.metadata.labels = {
        ...draft.metadata.labels,
        'kratix.io/promise-release-name': 'redis',
      };
    });

  /** By server-side apply, as the one who manages it from then on. */
  const applyRelease = async (manager: string, version = 'v1') => {
    const response = await fetch(
      `${prod.url}/apis/platform.kratix.io/v1alpha1/promisereleases/redis?fieldManager=${manager}`,
      {
        method: 'PATCH',
        headers: {
          authorization: 'Bearer portal',
          'content-type': 'application/apply-patch+yaml',
        },
        body: release(version),
      },
    );
    expect(response.status).toBe(201);
  };

  const releaseOn = (sandbox: Sandbox) =>
    sandbox.cluster.get(releases, { name: 'redis' });

  const auditor = () =>
    mockServices.auditor.mock({
      createEvent: async ({ eventId }) => {
        const note = (what: string) => {
          if (eventId === 'kratix-promise-promote') {
            audited.push(what);
          }
        };
        note('begun');
        return {
          success: async () =>
            note(
              gitea.pulls.length > 0
                ? 'succeeded'
                : 'succeeded without a pull request',
            ),
          fail: async () => note('failed'),
        };
      },
    }).factory;

  const versionOn = (sandbox: Sandbox) =>
    sandbox.cluster.get(promises, { name: 'redis' })?.metadata.labels?.[
      'kratix.io/promise-version'
    ];

  async function start(
    mode: 'apply' | 'pull-request',
    denied: readonly string[] = [],
  ) {
    const repository = {
      host: gitea.host,
      owner: 'acme',
      repo: 'orders',
      path: 'promises',
    };
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleKratix,
        catalogServiceMock.factory({ entities: [template(mode)] }),
        mockServices.permissions.mock(deciding(denied)).factory,
        urlReaderServiceFactory,
        auditor(),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            integrations: {
              gitea: [
                {
                  host: gitea.host,
                  baseUrl: `http://${gitea.host}`,
                  password: 'secret',
                },
              ],
            },
            kratix: {
              platforms: [
                platformConfig('dev', 'Development', dev),
                {
                  ...platformConfig('prod', 'Production', prod),
                  promotion: {
                    mode,
                    ...(mode === 'pull-request' && { repository }),
                  },
                },
              ],
            },
          },
        }),
      ],
    });
    backends.push(backend);
    return () => runTask(backend.server, { values });
  }

  function template(mode: 'apply' | 'pull-request'): Entity {
    const repository = {
      forge: 'gitea',
      host: gitea.host,
      owner: 'acme',
      repo: 'orders',
      path: 'promises',
      branch: 'main',
    } as const;
    const platform: Platform = {
      name: 'prod',
      title: 'Production',
      identity: 'service-account',
      delivery: { mode: 'apply' },
      promotion: mode === 'apply' ? { mode } : { mode, repository },
      namespaces: [],
      catalogNamespace: 'prod',
      defaultOwner: 'group:default/platform',
      isSandbox: true,
    };
    const built = buildPromotionTemplate(platform);
    if (!built) {
      throw new Error('There is no Template');
    }
    return {
      ...built,
      metadata: { ...built.metadata, namespace: 'default', name: 'order' },
    };
  }
});

function release(version: string): string {
  return `# Kept by the platform team.
apiVersion: platform.kratix.io/v1alpha1
kind: PromiseRelease
metadata:
  name: redis
  labels: { team: platform }
spec:
  version: ${version}
  sourceRef:
    type: http
    url: https://promises.example.com/redis/${version}/promise.yaml
`;
}

function deciding(denied: readonly string[]): PermissionEvaluator {
  return {
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  };
}

async function startSandbox(): Promise<Sandbox> {
  const sandbox = await createSandbox({
    authorization: 'rbac',
    tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
    log: () => undefined,
  });
  sandbox.cluster.create(
    { group: '', version: 'v1', resource: 'namespaces' },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
  );
  return sandbox;
}

function platformConfig(name: string, title: string, sandbox: Sandbox) {
  return {
    name,
    title,
    connection: {
      cluster: { url: sandbox.url, serviceAccountToken: 'portal' },
    },
    identity: 'service-account',
    catalog: { namespace: name },
  };
}

function promiseAt(version: string, sizes: readonly string[]) {
  const promise = structuredClone(redisPromise());
  const [crdVersion] = promise.spec.api.spec.versions;
  if (crdVersion) {
    crdVersion.schema.openAPIV3Schema.properties.spec.properties.size.enum = [
      ...sizes,
    ];
  }
  return {
    ...promise,
    metadata: {
      ...promise.metadata,
      labels: { 'kratix.io/promise-version': version },
    },
  };
}
