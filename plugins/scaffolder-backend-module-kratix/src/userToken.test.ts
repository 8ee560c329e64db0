import { inspect } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import {
  buildTemplate,
  kratixTaskSecrets,
  parsePromise,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { FakeGitea } from './__testUtils__/FakeGitea';
import { offerRedis, redises } from './__testUtils__/offerRedis';
import { redisPromise } from './__testUtils__/redisPromise';
import { runTask } from './__testUtils__/runTask';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const cache = { namespace: 'team-a', name: 'cache' };
const values = {
  objnamespace: 'team-a',
  objname: 'cache',
  owner: 'group:default/team-a',
  spec: { size: 'small' },
};
const token = 'token-of-ana';

describe("orders with the person's own token", () => {
  let sandbox: Sandbox;
  let gitea: FakeGitea;
  let backend: Awaited<ReturnType<typeof startScaffolder>>;
  const printed: string[] = [];

  beforeEach(async () => {
    printed.length = 0;
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest
        .spyOn(console, method)
        .mockImplementation((...args) => void printed.push(inspect(args)));
    }
    gitea = await FakeGitea.start();
    sandbox = await createSandbox({
      authorization: 'rbac',
      tokens: {
        portal: { user: 'portal', groups: ['system:masters'] },
        [token]: { user: 'ana', groups: ['system:masters'] },
      },
      log: () => undefined,
    });
    await offerRedis(sandbox);
    backend = await startScaffolder(
      {
        sandbox,
        gitea,
        identity: 'user-token',
        isDirect: true,
        isVerbose: true,
      },
      [orderTemplate()],
    );
  });

  afterEach(async () => {
    await backend.stop();
    jest.restoreAllMocks();
    await sandbox.close();
    await gitea.stop();
  });

  it('reach the platform by the secret of the task, which is told to nobody', async () => {
    const task = await runTask(backend.server, {
      template: 'redis',
      values,
      secrets: { [kratixTaskSecrets.userToken]: token },
    });
    const stored = await request(backend.server)
      .get(`/api/scaffolder/v2/tasks/${task.id}`)
      .set('authorization', mockCredentials.user.header());

    expect(task).toMatchObject({ status: 'completed' });
    expect(sandbox.cluster.get(redises, cache)).toBeDefined();
    expect(task.log + JSON.stringify(task.output)).not.toContain(token);
    expect(stored.text).not.toContain(token);
    expect(printed.join('')).toContain(task.id);
    expect(printed.join('')).not.toContain(token);
  });

  it.each([
    ['no token', {}, 'needs your own token'],
    ['one among the values', { values: { ...values, kratixUserToken: token } }],
    [
      'one that the platform does not know',
      { secrets: { [kratixTaskSecrets.userToken]: 'forged' } },
    ],
  ])('are refused with %s', async (_, asked, reason = '') => {
    const task = await runTask(backend.server, {
      template: 'redis',
      values,
      ...asked,
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain(reason);
    expect(task.log).not.toContain('forged');
    expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
  });
});

/** What the catalog would hold of the platform. */
function orderTemplate(): Entity {
  const platform: Platform = {
    ...{ name: 'dev', title: 'Development', identity: 'user-token' },
    ...{ delivery: { mode: 'apply' }, namespaces: [], isSandbox: false },
    ...{ catalogNamespace: 'default', defaultOwner: 'group:default/platform' },
  };
  const promise = parsePromise({
    ...redisPromise(),
    metadata: { ...redisPromise().metadata, uid: 'u', resourceVersion: '1' },
  });
  const template =
    promise.ok && buildTemplate(promise.value, platform).template;
  if (!template) {
    throw new Error('The platform has no Template');
  }
  return template;
}
