import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inRepository, repositoryRoot } from './repository.mjs';

const NEVER = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * One hash of the names and contents of the accepted files below `roots`
 * (relative to the repository; missing ones are skipped).
 */
export function hashFiles({ roots, accepts = () => true, depth = Infinity }) {
  const hash = createHash('sha256');
  for (const path of roots.flatMap(root => listFiles(root, depth)).sort()) {
    if (accepts(path)) {
      hash.update(path.split(sep).join('/')).update('\0');
      hash.update(readFileSync(join(repositoryRoot, path))).update('\0');
    }
  }
  return hash.digest('hex');
}

function listFiles(path, depth) {
  const stats = statSync(inRepository(path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    return stats ? [path] : [];
  }
  if (depth === 0) {
    return [];
  }
  return readdirSync(inRepository(path))
    .filter(name => !NEVER.has(name))
    .flatMap(name => listFiles(join(path, name), depth - 1));
}
