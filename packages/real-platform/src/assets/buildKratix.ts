import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { KRATIX_MODULE, type KratixVersion } from './chooseKratixVersion';
import { findImagePrograms } from './findImagePrograms';
import { findKratixLayout } from './findKratixLayout';
import type { FindOptions } from './FindOptions';
import { runGo } from './runGo';

/** What the scripts of the old adapter's image call, besides kubectl (Dockerfile.pipeline-adapter at v0.125.0). */
const YQ = 'yq';

const moduleSchema = z.object({ Dir: z.string() });

/**
 * Builds one version of Kratix from its Go module into a folder, laid out as
 * `findKratixAssets` says.
 *
 * @internal
 */
export async function buildKratix(
  target: string,
  { version, goMod }: KratixVersion,
  options: FindOptions,
): Promise<void> {
  // In a copy, because go.sum is written beside it: not every proxy has every
  // version, so the sums come from the checksum database and not from us.
  await writeFile(join(target, 'go.mod'), goMod);
  const inTarget = { folder: target };
  const module = moduleSchema.parse(
    JSON.parse(
      await runGo(['mod', 'download', '-json', KRATIX_MODULE], inTarget),
    ),
  ).Dir;
  options.report(
    `Building Kratix ${version} from its Go module; this happens once and can take minutes.`,
  );
  const layout = await findKratixLayout(module);
  for (const [program, folder] of [
    ['manager', layout.manager],
    ['pipeline-adapter', layout.adapter],
  ] as const) {
    await runGo(
      [
        ...['build', '-p', '2', '-mod=mod', '-trimpath', '-ldflags', '-s -w'],
        ...['-o', join(target, program), posix.join(KRATIX_MODULE, folder)],
      ],
      inTarget,
    );
  }
  await copyManifests(module, target);
  if (layout.adapterScripts) {
    const scripts = join(module, layout.adapterScripts);
    await copyAdapterScripts(scripts, join(target, 'adapter-scripts'), options);
  }
}

async function copyManifests(module: string, target: string): Promise<void> {
  const definitions = join(module, 'config/crd/bases');
  // File by file: the module cache is read-only, its folders too, and a copy of
  // such a folder is one that only root can remove again.
  await mkdir(join(target, 'crds'));
  for (const name of await readdir(definitions)) {
    await copyFile(join(definitions, name), join(target, 'crds', name));
  }
  await copyFile(
    join(module, 'config/webhook/manifests.yaml'),
    join(target, 'webhooks.yaml'),
  );
}

async function copyAdapterScripts(
  scripts: string,
  target: string,
  options: FindOptions,
): Promise<void> {
  await mkdir(target);
  for (const script of ['reader', 'update-status']) {
    await copyFile(join(scripts, script), join(target, script));
    // Nothing can be executed as it comes out of the module cache.
    await chmod(join(target, script), 0o755);
  }
  const found = await findImagePrograms(YQ, options);
  if (!found.ok) {
    throw new Error(found.problem);
  }
  await copyFile(join(found.value, YQ), join(target, YQ));
}
