import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepository, repositoryRoot } from '../toolchain/repository.mjs';

/**
 * A copy of the repository to pack from: packing writes into package.json, and others may be at work here. What the
 * types of the packages are is left out, since what is tried is what runs.
 */
export function copyRepository(folder, entries) {
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  for (const file of files.split('\0').filter(Boolean)) {
    cpSync(inRepository(file), join(folder, file), { force: true });
  }
  symlinkSync(inRepository('node_modules'), join(folder, 'node_modules'));
  for (const entry of entries) {
    const types = join(folder, 'dist-types', `${entry}.d.ts`);
    mkdirSync(dirname(types), { recursive: true });
    writeFileSync(types, 'export {};\n');
  }
}
