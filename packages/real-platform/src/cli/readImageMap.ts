import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HostImage } from '../kubelet/ImageMap';

const imageFileSchema = z.record(z.string(), z.string());

/**
 * Reads which executable stands for which image. Paths are relative to the file,
 * so that a folder of examples can carry its own.
 *
 * @internal
 */
export async function readImageMap(
  path: string,
): Promise<Record<string, HostImage>> {
  const entries = imageFileSchema.parse(parse(await readFile(path, 'utf8')));
  return Object.fromEntries(
    Object.entries(entries).map(([image, executable]) => [
      image,
      { entrypoint: [resolve(dirname(path), executable)] },
    ]),
  );
}
