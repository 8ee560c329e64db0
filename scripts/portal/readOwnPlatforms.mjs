import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { inRepository } from '../toolchain/repository.mjs';

/**
 * Whether the user named a platform of their own: in app-config.local.yaml, or
 * in the files given in its stead. Then no sandbox is needed.
 */
export function readOwnPlatforms(configFiles) {
  const files = configFiles.length
    ? configFiles.map(file => resolve(file))
    : [inRepository('app-config.local.yaml')];
  const shipped = inRepository('app-config.yaml');
  return files
    .filter(file => file !== shipped && existsSync(file))
    .some(file => namesPlatforms(readFileSync(file, 'utf8')));
}

/** Whether a configuration file holds platforms. */
export function namesPlatforms(text) {
  const platforms = parse(text)?.kratix?.platforms;
  return Array.isArray(platforms) && platforms.length > 0;
}
