import request from 'supertest';
import {
  followTask,
  readLog,
  runTask,
  startTask,
  until,
} from '../__testUtils__/runTask';
import { RolloutStage } from './__testUtils__/RolloutStage';

jest.setTimeout(120_000);

/** Fails only in the workflow of v2. */
const failsAtV2 = { 'sandbox.kratix-portal.io/fail': 'configure/render-v2' };
/** Is not done within a test. */
const takesLong = { 'sandbox.kratix-portal.io/duration': 'render-v2: 10m' };

describe('kratix:promise:rollout', () => {
  let stage: RolloutStage;

  beforeEach(async () => {
    stage = await RolloutStage.open();
  });

  afterEach(() => stage.close());

  it('moves a labelled group in batches, and leaves alone what others decide', async () => {
    await stage.begin({
      a: { labels: { tier: 'test' } },
      b: { labels: { tier: 'test' } },
      c: { labels: { tier: 'prod' } },
      flux: {
        labels: { tier: 'test', 'kustomize.toolkit.fluxcd.io/name': 'apps' },
      },
    });

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
    expect(stage.versionsOf('a', 'b', 'c', 'flux')).toEqual([
      'v2',
      'v2',
      'v1',
      'v1',
    ]);
    expect(stage.followed('c')).toEqual(['v1']);
  });

  it('stops at the first failure and says which and why', async () => {
    await stage.begin({
      a: { annotations: failsAtV2 },
      b: {},
    });

    const task = await rollOut({ version: 'v2', batchSize: 1 });

    expect(task.status).toBe('failed');
    expect(task.log).toMatch(/The rollout to v2 stopped:\n- team-a\/a: .+/);
    expect(task.log).toContain('0 at v2, 0 rolled back, 1 not begun');
    expect(stage.followed('a', 'b')).toEqual(['v2', 'v1']);
  });

  it('puts the batch back in which one failed', async () => {
    await stage.begin({
      a: {},
      b: { annotations: failsAtV2 },
      c: {},
    });

    const task = await rollOut({
      version: 'v2',
      batchSize: 2,
      onFailure: 'rollBackBatch',
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('Rolling back: team-a/a, team-a/b');
    expect(task.log).toContain('0 at v2, 2 rolled back, 1 not begun');
    expect(stage.followed('a', 'b', 'c')).toEqual(['v1', 'v1', 'v1']);
    await until(async () =>
      stage.versionsOf('a', 'b').every(each => each === 'v1'),
    );
  });

  it('refuses a version that the platform does not keep, and a request that is not there', async () => {
    stage.order('a');
    await stage.settleAtV1('a');

    const noVersion = await rollOut({ version: 'v9' });
    const noRequest = await rollOut({ version: 'v1', requests: ['team-a/x'] });

    expect(noVersion.log).toContain(
      'Development keeps no version v9 of redis; there is v1',
    );
    expect(noRequest.log).toContain('There is no request team-a/x');
  });

  it('puts back everything that moved, also what other batches moved', async () => {
    await stage.begin({
      a: {},
      b: { annotations: failsAtV2 },
      c: {},
    });

    const task = await rollOut({
      version: 'v2',
      batchSize: 1,
      onFailure: 'rollBackAll',
    });

    expect(task.status).toBe('failed');
    expect(task.log).toContain('team-a/a is ready');
    expect(task.log).toContain('Rolling back: team-a/a, team-a/b');
    expect(task.log).toContain('0 at v2, 2 rolled back, 1 not begun');
    expect(stage.followed('a', 'b', 'c')).toEqual(['v1', 'v1', 'v1']);
    await until(async () =>
      stage.versionsOf('a', 'b', 'c').every(each => each === 'v1'),
    );
  });

  it('moves nothing more once it is cancelled, and puts nothing back', async () => {
    await stage.begin({
      a: { annotations: takesLong },
      b: {},
    });
    const { server } = await stage.startScaffolder({
      version: 'v2',
      batchSize: 1,
      onFailure: 'rollBackAll',
    });

    const id = await startTask(server);
    await until(async () =>
      (
        await readLog(server, id)
      ).some(({ body }) => body.message.includes('team-a/a follows v2 now')),
    );
    await request(server).post(`/api/scaffolder/v2/tasks/${id}/cancel`);
    const task = await followTask(server, id);

    // Backstage ends the task as failed, and says in its log that it was not.
    expect(task.log).toContain('Step rollout has been cancelled');
    expect(task.log).not.toContain('Batch 2');
    expect(task.log).not.toContain('Rolling back');
    expect(stage.followed('a', 'b')).toEqual(['v2', 'v1']);
  });

  it('says in a dry run who would move, and moves nobody', async () => {
    await stage.begin({
      a: {},
      b: {},
      flux: {
        labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' },
      },
    });
    const { server, template } = await stage.startScaffolder({
      version: 'v2',
      batchSize: 1,
    });

    const { status, body } = await request(server)
      .post('/api/scaffolder/v2/dry-run')
      .send({ template, values: {}, directoryContents: [] });

    expect(status).toBe(200);
    const log = JSON.stringify(body.log);
    expect(log).toContain(
      'Would move 2 requests of redis on Development to v2 in 2 batches',
    );
    expect(log).toContain('Left alone: team-a/flux.');
    expect(body.output).toMatchObject({
      moved: [],
      notStarted: ['team-a/a', 'team-a/b'],
    });
    expect(stage.followed('a', 'b')).toEqual(['v1', 'v1']);
  });

  async function rollOut(input: object) {
    const { server } = await stage.startScaffolder(input);
    return runTask(server);
  }
});
