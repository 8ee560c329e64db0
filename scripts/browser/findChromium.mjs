import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const INSTALL_MS = 10 * 60_000;

/** The path of a Chromium; on a Debian where we may, one is installed first. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  }
  return find(env) ?? (installChromium() ? find(env) : undefined);
}

function find(env) {
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap(name => folders.map(f => join(f, name)));
  return [...paths, ...ELSEWHERE].find(path => existsSync(path));
}

function installChromium() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) {
    return false;
  }
  return [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]
    .map(args =>
      spawnSync('apt-get', ['-qq', ...args], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: 'ignore',
        timeout: INSTALL_MS,
      }),
    )
    .every(({ status }) => status === 0);
}
