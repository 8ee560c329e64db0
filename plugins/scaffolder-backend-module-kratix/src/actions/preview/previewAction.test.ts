import type { AuditorService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { createDestination } from '../../__testUtils__/createDestination';
import { FakeGitea } from '../../__testUtils__/FakeGitea';
import { redises } from '../../__testUtils__/offerRedis';
import { redisPromise } from '../../__testUtils__/redisPromise';
import { runTask, until } from '../../__testUtils__/runTask';
import { startScaffolder } from '../../__testUtils__/startScaffolder';

jest.setTimeout(120_000);

const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
const cache = { namespace: 'team-a', name: 'cache' };

describe('kratix:resource:preview', () => {
  let sandbox: Sandbox;
  let gitea: FakeGitea;
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    gitea = await FakeGitea.start();
    sandbox = await createSandbox({
      authorization: 'rbac',
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      kratix: { writeMs: 10 },
      log: () => undefined,
    });
    createDestination(sandbox);
    createDestination(sandbox, 'previews', { 'kratix.io/dry-run': 'true' });
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    sandbox.cluster.create(
      { ...kratix, resource: 'promises' },
      secretivePromise(),
    );
    await until(async () => sandbox.cluster.serves(redises));
    sandbox.cluster.create(
      redises,
      {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: cache,
        spec: { size: 'small', password: 'hunter2' },
      },
      { fieldManager: 'kratix-portal' },
    );
    await until(async () =>
      (
        sandbox.cluster.get(redises, cache)?.status as
          | { conditions?: { type: string; status: string }[] }
          | undefined
      )?.conditions?.some(
        ({ type, status }) => type === 'WorksSucceeded' && status === 'True',
      ),
    );
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
    await gitea.stop();
  });

  // A secret that the form leaves open was previewed as one that is taken away, and the values of the Secrets
  // that a request brings were in the task's log.
  it('keeps the secrets that the form does not show, and tells no value of a Secret', async () => {
    const { run } = await start({ size: 'large' });

    const task = await run();

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.log).toContain('-size: small');
    expect(task.log).toContain('+size: large');
    expect(task.log).toMatch(/^.*: {6}note: .*hunter2/m);
    expect(task.log).toContain('Changed file: secret.yaml');
    expect(task.log).not.toContain('secret-of-small');
    expect(task.log).not.toContain('secret-of-large');
  });

  // A preview runs pipelines, and no auditor saw who started it.
  it('tells auditors that it was asked for, and whether it was', async () => {
    const done = await start({ size: 'large' });
    const refused = await start({ size: 'huge' });

    await done.run();
    await refused.run();

    const meta = { actionType: 'preview', platform: 'dev', promise: 'redis' };
    expect(done.audited).toEqual([{ ...meta, ...cache, end: 'success' }]);
    expect(refused.audited).toEqual([{ ...meta, ...cache, end: 'fail' }]);
  });

  it('previews only what is there', async () => {
    const { run } = await start({ size: 'large' }, { name: 'other' });

    const task = await run();

    expect(task.status).toBe('failed');
    expect(task.log).toContain('Cannot preview redis team-a/other');
    expect(sandbox.cluster.list({ ...kratix, resource: 'dryruns' })).toEqual(
      [],
    );
  });

  async function start(spec: object, input: object = {}) {
    const template = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'order', namespace: 'default' },
      spec: {
        type: 'service',
        parameters: [],
        steps: [
          {
            id: 'preview',
            name: 'Look first',
            action: kratixActionIds.preview,
            input: { promise: 'redis', ...cache, spec, ...input },
          },
        ],
      },
    };
    const audited: object[] = [];
    // The scaffolder tells auditors of its tasks as well.
    const createEvent: AuditorService['createEvent'] = async ({
      eventId,
      meta,
    }) => {
      const tell = async (end: string) => {
        if (eventId === 'kratix-request-write') {
          audited.push({ ...meta, end });
        }
      };
      return { success: () => tell('success'), fail: () => tell('fail') };
    };
    const backend = await startScaffolder(
      {
        ...{ sandbox, gitea, isDirect: true },
        features: [mockServices.auditor.mock({ createEvent }).factory],
      },
      [template],
    );
    backends.push(backend);
    return { run: () => runTask(backend.server), audited };
  }
});

/** Writes its password where everybody sees it, and a Secret. */
function secretivePromise() {
  const promise = redisPromise();
  const files = JSON.stringify({
    'plain.yaml':
      'size: $(spec.size)\nnote: "password known: $(spec.password)"\n',
    'secret.yaml': {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'credentials' },
      stringData: { password: 'secret-of-$(spec.size)' },
    },
  });
  const { annotations } = promise.metadata;
  Object.assign(annotations, { 'sandbox.kratix-portal.io/files': files });
  const [version] = promise.spec.api.spec.versions;
  Object.assign(
    version?.schema.openAPIV3Schema.properties.spec.properties ?? {},
    {
      password: { type: 'string', format: 'password' },
    },
  );
  return promise;
}
