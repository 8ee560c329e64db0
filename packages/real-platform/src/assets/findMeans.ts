import { resolve } from 'node:path';
import type { FindOptions, KratixChoice } from './FindOptions';
import { findKratixAssets } from './findKratixAssets';
import { findKubernetesPrograms } from './findKubernetesPrograms';
import type { Found, KratixAssets, KubernetesPrograms } from './Programs';

/**
 * Everything that a platform of our own processes is made of. Kratix may be
 * missing where the rest is there: then a bare cluster can still be started.
 *
 * @public
 */
export interface Means {
  programs: KubernetesPrograms;
  kratix: Found<KratixAssets>;
}

const PACKAGE_FOLDER = resolve(__dirname, '../..');
const CACHE_FOLDER = resolve(PACKAGE_FOLDER, '../../.toolchain/real');

/**
 * Finds the programs on this machine or builds them, and says why when it can do
 * neither. The first call may take many minutes, every later one none; a caller
 * that cannot wait forbids building.
 *
 * @public
 */
export async function findMeans(
  report: (sentence: string) => void,
  building: FindOptions['building'] = 'allowed',
  kratix: KratixChoice = 'wanted',
): Promise<Found<Means>> {
  const options = findOptions(report, building, kratix);
  if (process.platform !== 'linux') {
    return {
      ok: false,
      problem: `Pipelines run in Linux mount namespaces, and this is ${process.platform}; use an existing cluster`,
    };
  }
  const programs = await findKubernetesPrograms(options);
  return programs.ok
    ? {
        ok: true,
        value: {
          programs: programs.value,
          kratix: await findKratixAssets(options),
        },
      }
    : programs;
}

/**
 * Where this package looks for programs and keeps what it has built.
 *
 * @internal
 */
export function findOptions(
  report: (sentence: string) => void,
  building: FindOptions['building'] = 'allowed',
  kratix: KratixChoice = 'wanted',
): FindOptions {
  return {
    building,
    kratix,
    env: process.env,
    goFolder: resolve(PACKAGE_FOLDER, 'go'),
    cacheFolder: CACHE_FOLDER,
    report,
  };
}
