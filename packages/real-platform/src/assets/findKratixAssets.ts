import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildKratix } from './buildKratix';
import { buildOnce, cacheKey, findBuilt } from './buildCache';
import {
  chooseKratixVersion,
  lastRelease,
  type KratixVersion,
} from './chooseKratixVersion';
import { explainUnserved } from './explainUnserved';
import type { FindOptions } from './FindOptions';
import { goToolProblem } from './goToolProblem';
import type { Found, KratixAssets } from './Programs';

/**
 * Kratix: from the folder named by `KRATIX_ASSETS` when that is set, otherwise
 * built from its Go module, in the version of `KRATIX_VERSION` or the pinned
 * one. The folder is laid out as the cache is: `manager`, `pipeline-adapter`,
 * `crds/*.yaml`, `webhooks.yaml`, and `adapter-scripts` where the adapter is
 * not one program.
 *
 * @internal
 */
export async function findKratixAssets(
  options: FindOptions,
): Promise<Found<KratixAssets>> {
  const { KRATIX_ASSETS: given, KRATIX_VERSION: wanted } = options.env;
  if (given && wanted) {
    return {
      ok: false,
      problem:
        'KRATIX_ASSETS and KRATIX_VERSION are both set: the first names programs that are built already, the second what to build',
    };
  }
  if (given) {
    return await readFolder(given, undefined);
  }
  const goMod = await readFile(join(options.goFolder, 'kratix/go.mod'), 'utf8');
  const chosen = chooseKratixVersion(wanted, goMod);
  if (!chosen.ok) {
    return chosen;
  }
  const { version, pinned } = chosen.value;
  if (options.kratix === 'pinned' && version !== pinned) {
    return {
      ok: false,
      problem: `This was recorded of Kratix ${pinned}, and KRATIX_VERSION is ${version}: docs/kratix-observed.md says what another one does otherwise`,
    };
  }
  const found = await findOrBuild(chosen.value, options);
  const release = chooseKratixVersion(lastRelease(pinned), goMod);
  if (found.ok || wanted || options.kratix !== 'any' || !release.ok) {
    return found;
  }
  const instead = await findOrBuild(release.value, options);
  if (!instead.ok) {
    return found;
  }
  options.report(
    `NOT THE PINNED KRATIX, which cannot be had here: ${release.value.version}, its last release, stands in for ${pinned}.`,
  );
  return instead;
}

async function findOrBuild(
  chosen: KratixVersion,
  options: FindOptions,
): Promise<Found<KratixAssets>> {
  const key = cacheKey(`kratix-${chosen.version}`, [chosen.goMod]);
  const built = await findBuilt(options.cacheFolder, key);
  if (built) {
    return await readFolder(built, chosen);
  }
  if (options.building === 'never') {
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, Kratix ${chosen.version} is not built yet, and building was not allowed here`,
    };
  }
  const problem = await goToolProblem();
  if (problem) {
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, and Kratix cannot be built: ${problem}`,
    };
  }
  try {
    const folder = await buildOnce(options.cacheFolder, key, target =>
      buildKratix(target, chosen, options),
    );
    return await readFolder(folder, chosen);
  } catch (error) {
    const message = goMessage(error);
    const help = isUnserved(message) ? await explainUnserved(chosen) : '';
    return {
      ok: false,
      problem: `KRATIX_ASSETS is not set, and Kratix ${chosen.version} cannot be built. ${help}\n${message}`,
    };
  }
}

async function readFolder(
  folder: string,
  chosen: KratixVersion | undefined,
): Promise<Found<KratixAssets>> {
  const assets: KratixAssets = {
    manager: join(folder, 'manager'),
    pipelineAdapter: join(folder, 'pipeline-adapter'),
    customResourceDefinitions: join(folder, 'crds'),
    webhookManifests: join(folder, 'webhooks.yaml'),
  };
  for (const path of Object.values(assets)) {
    if (!(await exists(path))) {
      return { ok: false, problem: `The Kratix assets lack ${path}` };
    }
  }
  const scripts = join(folder, 'adapter-scripts');
  return {
    ok: true,
    value: {
      ...assets,
      ...((await exists(scripts)) && { adapterScripts: scripts }),
      ...(chosen && { version: chosen.version }),
      ...(chosen &&
        chosen.version !== chosen.pinned && { insteadOf: chosen.pinned }),
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The proxy's own answer to a version that it does not have, or does not give away (go.dev/ref/mod#goproxy-protocol). */
function isUnserved(message: string): boolean {
  return /\b(403|404|410)\b|not found|unknown revision/i.test(message);
}

function goMessage(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: string; stderr?: string };
  const text = `${stdout ?? ''}\n${stderr ?? ''}`.trim();
  return text === '' ? String(error) : text;
}
