import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';

const VERSION = '4.18.1';
const FOLDER = inRepository('.toolchain', 'yarn');
const SCRIPT = join(FOLDER, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
const BIN = join(FOLDER, 'bin');

/**
 * How to run Yarn: the machine's own where it reads our lockfile, else the one
 * of the npm registry, whose folder then has to be on the PATH.
 */
export async function prepareYarn(node) {
  if (isFittingYarn(versionOnPath(node))) {
    return { command: 'yarn', args: [] };
  }
  if (!existsSync(SCRIPT)) {
    await fetchPackage({
      title: `Fetching Yarn ${VERSION}`,
      folder: FOLDER,
      specs: [`@yarnpkg/cli-dist@${VERSION}`],
    });
  }
  writeLaunchers();
  return { command: node, args: [SCRIPT], folder: BIN };
}

/** An older Yarn 4 writes an older lockfile and so refuses an immutable install. */
export function isFittingYarn(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 4 && minor >= Number(VERSION.split('.')[1]);
}

function versionOnPath(node) {
  const { stdout, status } = spawnSync('yarn', ['--version'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 20_000,
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      // Corepack's own `yarn` would download one from outside the registry, or
      // wait for an answer. One that it holds already is welcome.
      COREPACK_ENABLE_NETWORK: '0',
    },
  });
  return status === 0 ? stdout.trim() : '';
}

function writeLaunchers() {
  const launcher = join(BIN, 'yarn');
  if (existsSync(launcher)) {
    return;
  }
  const script = relative(BIN, SCRIPT);
  mkdirSync(BIN, { recursive: true });
  writeFileSync(
    `${launcher}.cmd`,
    `@node "%~dp0${script.split('/').join('\\')}" %*\r\n`,
  );
  writeFileSync(
    launcher,
    `#!/bin/sh\nexec node "$(dirname "$0")/${script}" "$@"\n`,
  );
  chmodSync(launcher, 0o755);
}
