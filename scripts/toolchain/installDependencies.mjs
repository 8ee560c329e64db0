import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describeYarnOutput } from './describeYarnOutput.mjs';
import { hashFiles } from './hashFiles.mjs';
import { readNpmNetworkSettings } from './readNpmNetworkSettings.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { runLogged } from './runLogged.mjs';

const STAMP = inRepository('node_modules', '.kratix-portal-install');
const STATE = inRepository('node_modules', '.yarn-state.yml');

/** Installs the dependencies unless the installed ones are of this very lockfile. */
export async function installDependencies({ yarn, env }) {
  const wanted = hashOfWhatDecides();
  if (existsSync(STATE) && readIfThere(STAMP) === wanted) {
    return;
  }
  await runLogged({
    title: 'Installing dependencies (a minute or two the first time)',
    command: yarn.command,
    args: [...yarn.args, 'install', '--immutable'],
    cwd: repositoryRoot,
    env: {
      ...env,
      ...(await readNpmNetworkSettings({ yarn, env })),
      YARN_ENABLE_PROGRESS_BARS: '0',
      YARN_ENABLE_COLORS: '0',
      YARN_ENABLE_TELEMETRY: '0',
    },
    describe: describeYarnOutput,
    hint:
      'If a package.json was changed: `yarn install` brings yarn.lock up to date.\n' +
      'Otherwise: is the npm registry reachable (`npm ping`)? A registry that asks for a token gets it from YARN_NPM_AUTH_TOKEN.',
  });
  writeFileSync(STAMP, wanted);
}

function hashOfWhatDecides() {
  return hashFiles({
    roots: ['package.json', 'yarn.lock', '.yarnrc.yml', 'packages', 'plugins'],
    depth: 2,
    accepts: path =>
      /(^|[\\/])(package\.json|yarn\.lock|\.yarnrc\.yml)$/.test(path),
  });
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
