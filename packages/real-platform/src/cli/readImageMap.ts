import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Found } from '../assets/Programs';
import type { HostImage } from '../kubelet/ImageMap';

const imageFileSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.strictObject({ folder: z.string() }),
    z.strictObject({ module: z.string() }),
  ]),
);

/**
 * Reads what stands for which image: an executable, which is the entry point; a
 * `folder` of programs; or a pinned Go `module` that they are built from. Paths
 * are relative to the file, so that a folder of examples can carry its own.
 *
 * @internal
 */
export async function readImageMap(
  path: string,
  findPrograms: (module: string) => Promise<Found<string>>,
): Promise<Found<Record<string, HostImage>>> {
  const entries = imageFileSchema.parse(parse(await readFile(path, 'utf8')));
  const images: Record<string, HostImage> = {};
  for (const [image, entry] of Object.entries(entries)) {
    if (typeof entry === 'string') {
      images[image] = { entrypoint: [resolve(dirname(path), entry)] };
    } else if ('folder' in entry) {
      const folder = resolve(dirname(path), entry.folder);
      images[image] = { entrypoint: [], folder };
    } else {
      const found = await findPrograms(entry.module);
      if (!found.ok) {
        return found;
      }
      images[image] = { entrypoint: [], folder: found.value };
    }
  }
  return { ok: true, value: images };
}
