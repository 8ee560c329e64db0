import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@kubernetes/client-node';
import type { KratixAssets } from '../assets/Programs';
import { parseManifests } from '../cluster/parseManifests';

/**
 * Kratix's own kinds, as this version of it defines them.
 *
 * @internal
 */
export async function readCustomResourceDefinitions(
  assets: KratixAssets,
): Promise<KubernetesObject[]> {
  const folder = assets.customResourceDefinitions;
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml'));
  const texts = await Promise.all(
    files.sort().map(name => readFile(join(folder, name), 'utf8')),
  );
  return texts.flatMap(parseManifests);
}
