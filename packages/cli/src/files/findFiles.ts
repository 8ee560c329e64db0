import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageProblem } from '../diff/UsageProblem';

/**
 * The files of a place: itself, or all YAML and JSON of a folder, searched to the bottom. `-` is standard input.
 * @throws UsageProblem when there is no such place.
 * @internal
 */
export async function findFiles(place: string): Promise<string[]> {
  if (place === '-') {
    return [place];
  }
  const found = await stat(place).catch(() => undefined);
  if (!found) {
    throw new UsageProblem(`${place}: there is no such file or folder.`);
  }
  if (!found.isDirectory()) {
    return [place];
  }
  const entries = await readdir(place, { recursive: true });
  return entries
    .filter(entry => /\.(ya?ml|json)$/i.test(entry))
    .sort()
    .map(entry => join(place, entry));
}
