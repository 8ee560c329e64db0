import { spawnSync } from 'node:child_process';
import { commandLine } from './commandLine.mjs';
import { repositoryRoot } from './repository.mjs';

/**
 * Yarn does not read npm's configuration. Whoever told npm about a company's
 * mirror, proxy or certificates should not have to tell Yarn again, so they are
 * passed on in the environment (never in a file). What Yarn was told wins.
 */
export async function readNpmNetworkSettings({ yarn, env }) {
  const npm = readJson('npm', ['config', 'list', '--json'], env);
  return toYarnEnvironment({
    npm,
    isYarnTold: isYarnTold(yarn, env),
    env,
  });
}

/** The decision of {@link readNpmNetworkSettings}, apart from its I/O. */
export function toYarnEnvironment({ npm, isYarnTold, env }) {
  const registry = isYarnTold ? undefined : npm.registry?.replace(/\/+$/, '');
  const settings = {
    YARN_NPM_REGISTRY_SERVER: registry,
    // Yarn refuses plain http unless the host is named.
    YARN_UNSAFE_HTTP_WHITELIST: registry?.startsWith('http://')
      ? new URL(registry).hostname
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

/** Whether somebody chose Yarn's registry, in a file or in the environment. */
function isYarnTold({ command, args }, env) {
  const { source } = readJson(
    command,
    [...args, 'config', 'npmRegistryServer', '--json'],
    env,
  );
  return source !== undefined && source !== '<default>';
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
