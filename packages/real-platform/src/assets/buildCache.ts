import { createHash } from 'node:crypto';
import { mkdir, rename, rm, access } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts a folder of built files under a key in the cache, once: built beside its
 * final place and moved there whole, so an interrupted build leaves nothing that
 * looks finished.
 *
 * @internal
 */
export async function buildOnce(
  cacheFolder: string,
  key: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const finished = join(cacheFolder, key);
  if (await exists(finished)) {
    return finished;
  }
  const unfinished = join(cacheFolder, `.${key}.${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    await build(unfinished);
    await rename(unfinished, finished);
  } catch (error) {
    // Two builds at once end alike; the one that came first may stand.
    if (!(await exists(finished))) {
      throw error;
    }
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return finished;
}

/**
 * A name for the cache that changes with whatever pins a build.
 *
 * @internal
 */
export function cacheKey(name: string, pins: readonly string[]): string {
  const hash = createHash('sha256');
  for (const pin of [...pins, process.platform, process.arch]) {
    hash.update(pin).update('\0');
  }
  return `${name}-${hash.digest('hex').slice(0, 12)}`;
}

/**
 * The folder of an earlier build, or undefined when there was none.
 *
 * @internal
 */
export async function findBuilt(
  cacheFolder: string,
  key: string,
): Promise<string | undefined> {
  const finished = join(cacheFolder, key);
  return (await exists(finished)) ? finished : undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
