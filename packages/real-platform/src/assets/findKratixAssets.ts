import { access, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildOnce } from './buildCache';
import type { FindOptions } from './findKubernetesPrograms';
import { goToolProblem } from './goToolProblem';
import type { Found, KratixAssets } from './Programs';
import { runGo } from './runGo';

/** Kratix has had no version tag since 2024; this is commit ae170e22 of 2026-08-21. */
const KRATIX_MODULE = 'github.com/syntasso/kratix';
const KRATIX_VERSION = 'v0.125.1-0.20260821082726-ae170e22e974';

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
  try {
    const key = `kratix-${KRATIX_VERSION.split('-').at(-1)}`;
    const folder = await buildOnce(options.cacheFolder, key, async target => {
      await buildKratix(target, options.report);
    });
    return await checkFolder(folder);
  } catch (error) {
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, and ${KRATIX_MODULE}@${KRATIX_VERSION} cannot be built from the Go module proxy: ${goMessage(
        error,
      )}`,
    };
  }
}

async function buildKratix(
  target: string,
  report: FindOptions['report'],
): Promise<void> {
  const module = moduleSchema.parse(
    JSON.parse(
      await runGo([
        'mod',
        'download',
        '-json',
        `${KRATIX_MODULE}@${KRATIX_VERSION}`,
      ]),
    ),
  );
  report(
    `Building Kratix ${KRATIX_VERSION} from its Go module; this happens once and can take minutes.`,
  );
  // Its go.mod has no replace lines, so `go install` takes the versions that
  // Kratix itself was tested with, checked against the checksum database.
  for (const main of ['cmd', 'work-creator']) {
    await runGo(
      [
        'install',
        '-p',
        '2',
        '-trimpath',
        '-ldflags',
        '-s -w',
        `${KRATIX_MODULE}/${main}@${KRATIX_VERSION}`,
      ],
      { env: { GOBIN: target } },
    );
  }
  await cp(join(target, 'cmd'), join(target, 'manager'));
  await cp(join(target, 'work-creator'), join(target, 'pipeline-adapter'));
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
