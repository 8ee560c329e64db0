import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce, cacheKey, findBuilt } from './buildCache';
import type { FindOptions } from './FindOptions';
import { runGo } from './runGo';

/**
 * The folder of the programs built from one pinned Go module of `goFolder`, or
 * undefined when they are not built yet and may not be built now.
 *
 * @internal
 */
export async function buildGoModule(
  module: string,
  /** Program → the main package that it is built from. */
  programs: Readonly<Record<string, string>>,
  options: FindOptions,
): Promise<string | undefined> {
  const source = join(options.goFolder, module);
  const goMod = await readFile(join(source, 'go.mod'), 'utf8');
  const goSum = await readFile(join(source, 'go.sum'), 'utf8');
  const linkerFlags = buildLinkerFlags(goMod);
  const key = cacheKey(module, [goMod, goSum, linkerFlags]);
  if (options.building === 'never') {
    return await findBuilt(options.cacheFolder, key);
  }
  return await buildOnce(options.cacheFolder, key, async folder => {
    for (const [program, main] of Object.entries(programs)) {
      options.report(
        `Building ${program} from its Go module; this happens once and can take minutes.`,
      );
      await runGo(
        [
          ...['build', '-p', '2', '-mod=readonly', '-trimpath'],
          ...['-ldflags', linkerFlags, '-o', join(folder, program), main],
        ],
        { folder: source },
      );
    }
  });
}

/**
 * Without its version linked in, Kubernetes calls itself v0.0.0-master, and
 * `kubectl version` and the portal's version line would show that.
 */
function buildLinkerFlags(goMod: string): string {
  const version = /k8s\.io\/kubernetes (v\d+\.\d+\.\d+)/.exec(goMod)?.[1];
  const flags = ['-s', '-w'];
  if (version) {
    const [major, minor] = version.slice(1).split('.');
    const target = 'k8s.io/component-base/version';
    flags.push(
      `-X ${target}.gitVersion=${version}`,
      `-X ${target}.gitMajor=${major}`,
      `-X ${target}.gitMinor=${minor}`,
    );
  }
  return flags.join(' ');
}
