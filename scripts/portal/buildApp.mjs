import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashFiles } from '../toolchain/hashFiles.mjs';
import { inRepository } from '../toolchain/repository.mjs';
import { runLogged } from '../toolchain/runLogged.mjs';
import { withLock } from '../toolchain/withLock.mjs';
import { listWorkspacesOf } from './listWorkspacesOf.mjs';

const DIST = inRepository('packages', 'app', 'dist');
const STAMP = inRepository('packages', 'app', 'dist', '.built-from');

/**
 * Builds what the browser loads, unless the last build was of these very
 * sources. The backend serves it and puts the configuration in at run time, so
 * a change of configuration costs no build.
 */
export async function buildApp() {
  await withLock('app-build', async () => {
    const wanted = hashOfSources();
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
      return;
    }
    await runLogged({
      title: 'Building the portal (again only when its sources change)',
      command: process.execPath,
      args: [
        inRepository('node_modules/@backstage/cli/bin/backstage-cli'),
        ...['package', 'build', '--config', inRepository('app-config.yaml')],
      ],
      cwd: inRepository('packages', 'app'),
      // With CI set, Backstage's bundler takes every warning for an error.
      env: { ...process.env, CI: '' },
      log: 'app-build.log',
      hint: 'The lines above say what does not compile.',
    });
    if (existsSync(DIST)) {
      writeFileSync(STAMP, wanted);
    }
  });
}

function hashOfSources() {
  const workspaces = listWorkspacesOf('packages/app');
  return hashFiles({
    roots: ['yarn.lock', 'app-config.yaml', 'tsconfig.json', ...workspaces],
    accepts: path => !/\.test\.tsx?$|\.md$/.test(path),
  });
}
