import { access, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildOnce, cacheKey, findBuilt } from './buildCache';
import type { FindOptions } from './FindOptions';
import { goToolProblem } from './goToolProblem';
import type { Found, KratixAssets } from './Programs';
import { runGo } from './runGo';

const KRATIX_MODULE = 'github.com/syntasso/kratix';

const moduleSchema = z.object({ Dir: z.string() });

/**
 * Kratix: from the folder named by `KRATIX_ASSETS` when that is set, otherwise
 * built from its pinned Go module. The folder is laid out as the cache is:
 * `manager`, `pipeline-adapter`, `crds/*.yaml` and `webhooks.yaml`.
 *
 * @internal
 */
export async function findKratixAssets(
  options: FindOptions,
): Promise<Found<KratixAssets>> {
  const given = options.env.KRATIX_ASSETS;
  if (given) {
    return await checkFolder(given);
  }
  const problem = await goToolProblem();
  if (problem) {
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, and Kratix cannot be built: ${problem}`,
    };
  }
  const goMod = await readFile(join(options.goFolder, 'kratix/go.mod'), 'utf8');
  try {
    const key = cacheKey('kratix', [goMod]);
    const built = await findBuilt(options.cacheFolder, key);
    if (!built && options.building === 'never') {
      return {
        ok: false,
        problem:
          'KRATIX_ASSETS is not set, Kratix is not built yet, and building was not allowed here',
      };
    }
    const folder =
      built ??
      (await buildOnce(options.cacheFolder, key, target =>
        buildKratix(target, goMod, options.report),
      ));
    return await checkFolder(folder);
  } catch (error) {
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, and Kratix cannot be built from the Go module proxy: ${goMessage(
        error,
      )}`,
    };
  }
}

async function buildKratix(
  target: string,
  goMod: string,
  report: FindOptions['report'],
): Promise<void> {
  // In a copy, because go.sum is written beside it: not every proxy has this
  // commit, so the sums come from the checksum database and not from us.
  await writeFile(join(target, 'go.mod'), goMod);
  const inCopy = { folder: target };
  const module = moduleSchema.parse(
    JSON.parse(
      await runGo(['mod', 'download', '-json', KRATIX_MODULE], inCopy),
    ),
  );
  report(
    'Building Kratix from its Go module; this happens once and can take minutes.',
  );
  for (const [program, main] of [
    ['manager', 'cmd'],
    ['pipeline-adapter', 'work-creator'],
  ] as const) {
    await runGo(
      [
        'build',
        '-p',
        '2',
        '-mod=mod',
        '-trimpath',
        '-ldflags',
        '-s -w',
        '-o',
        join(target, program),
        `${KRATIX_MODULE}/${main}`,
      ],
      inCopy,
    );
  }
  await cp(join(module.Dir, 'config/crd/bases'), join(target, 'crds'), {
    recursive: true,
  });
  await cp(
    join(module.Dir, 'config/webhook/manifests.yaml'),
    join(target, 'webhooks.yaml'),
  );
}

async function checkFolder(folder: string): Promise<Found<KratixAssets>> {
  const assets: KratixAssets = {
    manager: join(folder, 'manager'),
    pipelineAdapter: join(folder, 'pipeline-adapter'),
    customResourceDefinitions: join(folder, 'crds'),
    webhookManifests: join(folder, 'webhooks.yaml'),
  };
  for (const path of Object.values(assets)) {
    try {
      await access(path);
    } catch {
      return { ok: false, problem: `The Kratix assets lack ${path}` };
    }
  }
  return { ok: true, value: assets };
}

function goMessage(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: string; stderr?: string };
  const text = `${stdout ?? ''}\n${stderr ?? ''}`.trim();
  return text === '' ? String(error) : text;
}
