import { spawnSync } from 'node:child_process';
import { commandLine } from './commandLine.mjs';
import { repositoryRoot } from './repository.mjs';

const NPM_DEFAULT = 'https://registry.npmjs.org';
const YARN_DEFAULT = 'https://registry.yarnpkg.com';

/**
 * Yarn does not read npm's configuration. Whoever told npm about a company's
 * mirror, proxy or certificates should not have to tell Yarn again, so they are
 * passed on in the environment (never in a file). What Yarn was told wins.
 */
export async function readNpmNetworkSettings({ yarn, env }) {
  const npm = readJson('npm', ['config', 'list', '--json'], env);
  return toYarnEnvironment({
    npm,
    yarnRegistry: readYarnRegistry(yarn, env),
    env,
  });
}

/** The decision of {@link readNpmNetworkSettings}, apart from its I/O. */
export function toYarnEnvironment({ npm, yarnRegistry, env }) {
  const registry = trimSlash(npm.registry ?? NPM_DEFAULT);
  const mirror =
    registry !== NPM_DEFAULT && trimSlash(yarnRegistry) === YARN_DEFAULT
      ? registry
      : undefined;
  const settings = {
    YARN_NPM_REGISTRY_SERVER: mirror,
    // Yarn refuses plain http unless the host is named.
    YARN_UNSAFE_HTTP_WHITELIST: mirror?.startsWith('http://')
      ? new URL(mirror).hostname
      : undefined,
    YARN_HTTPS_PROXY: npm['https-proxy'],
    YARN_HTTP_PROXY: npm.proxy,
    YARN_HTTPS_CA_FILE_PATH: npm.cafile,
  };
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => typeof value === 'string' && value && !(name in env),
    ),
  );
}

function readYarnRegistry({ command, args }, env) {
  const value = readJson(
    command,
    [...args, 'config', 'get', 'npmRegistryServer', '--json'],
    env,
  );
  return typeof value === 'string' ? value : YARN_DEFAULT;
}

function readJson(command, args, env) {
  const line = commandLine(command, args);
  const { stdout } = spawnSync(line.command, line.args, {
    cwd: repositoryRoot,
    encoding: 'utf8',
    env,
    shell: line.shell,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return {}; // an npm or Yarn that cannot tell leaves Yarn to its defaults
  }
}

function trimSlash(url) {
  return url.replace(/\/+$/, '');
}
