import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cacheKey } from './buildCache';
import { chooseKratixVersion } from './chooseKratixVersion';
import { findKratixAssets } from './findKratixAssets';
import type { FindOptions } from './FindOptions';
import type { Found } from './Programs';

const goFolder = resolve(__dirname, '../../go');
const RELEASE = 'v0.125.0';

describe('findKratixAssets', () => {
  let cacheFolder: string;
  let reported: string[];

  beforeEach(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'kratix-assets-'));
    reported = [];
  });

  afterEach(async () => {
    await rm(cacheFolder, { recursive: true });
  });

  const find = (env: NodeJS.ProcessEnv, options: Partial<FindOptions> = {}) =>
    findKratixAssets({
      ...{ env, goFolder, cacheFolder, building: 'never', kratix: 'wanted' },
      report: sentence => reported.push(sentence),
      ...options,
    });
  const problemOf = <T>(found: Found<T>) =>
    found.ok ? undefined : found.problem;

  /** As an earlier build left it. */
  const build = async (version: string | undefined) => {
    const goMod = await readFile(join(goFolder, 'kratix/go.mod'), 'utf8');
    const chosen = chooseKratixVersion(version, goMod);
    if (!chosen.ok) {
      throw new Error(chosen.problem);
    }
    const key = cacheKey(`kratix-${chosen.value.version}`, [
      chosen.value.goMod,
    ]);
    const folder = join(cacheFolder, key);
    await mkdir(join(folder, 'crds'), { recursive: true });
    for (const file of ['manager', 'pipeline-adapter', 'webhooks.yaml']) {
      await writeFile(join(folder, file), '');
    }
    return { folder, pinned: chosen.value.pinned };
  };

  it('takes a folder that is given, whatever version it is', async () => {
    const { folder } = await build(RELEASE);

    const found = await find({ KRATIX_ASSETS: folder }, { kratix: 'pinned' });

    expect(found).toEqual({
      ok: true,
      value: {
        manager: join(folder, 'manager'),
        pipelineAdapter: join(folder, 'pipeline-adapter'),
        customResourceDefinitions: join(folder, 'crds'),
        webhookManifests: join(folder, 'webhooks.yaml'),
      },
    });
  });

  it('refuses a folder and a version at once', async () => {
    const found = await find({ KRATIX_ASSETS: '/x', KRATIX_VERSION: RELEASE });

    expect(problemOf(found)).toContain('are both set');
  });

  it('says what a folder lacks', async () => {
    const found = await find({ KRATIX_ASSETS: cacheFolder });

    expect(problemOf(found)).toBe(
      `The Kratix assets lack ${join(cacheFolder, 'manager')}`,
    );
  });

  it('keeps versions apart, and says in whose place one stands', async () => {
    const { pinned } = await build(undefined);
    await build(RELEASE);

    const wanted = await find({ KRATIX_VERSION: RELEASE });
    const usual = await find({});

    expect(wanted).toMatchObject({
      value: { version: RELEASE, insteadOf: pinned },
    });
    expect(usual).toMatchObject({ value: { version: pinned } });
    expect(usual).not.toHaveProperty('value.insteadOf');
  });

  it('takes no other where only the pinned one will do', async () => {
    await build(RELEASE);

    const named = await find({ KRATIX_VERSION: RELEASE }, { kratix: 'pinned' });
    const fallen = await find({}, { kratix: 'pinned' });

    expect(problemOf(named)).toContain(`KRATIX_VERSION is ${RELEASE}`);
    expect(problemOf(fallen)).toContain('is not built yet');
  });

  it('falls back to the release before the pinned one where any will do, and says so', async () => {
    const { pinned } = await build(RELEASE);

    const found = await find({}, { kratix: 'any' });

    expect(found).toMatchObject({
      value: { version: RELEASE, insteadOf: pinned },
    });
    expect(reported.join()).toContain('NOT THE PINNED KRATIX');
  });

  it('does not fall back where the pinned one is there, or another was named', async () => {
    await build(RELEASE);

    const named = await find({ KRATIX_VERSION: 'v0.124.0' }, { kratix: 'any' });
    await build(undefined);
    const usual = await find({}, { kratix: 'any' });

    expect(problemOf(named)).toContain('Kratix v0.124.0 is not built yet');
    expect(usual).not.toHaveProperty('value.insteadOf');
    expect(reported).toEqual([]);
  });
});
