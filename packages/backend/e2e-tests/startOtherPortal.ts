import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '..', '..', '..');
const EXIT_WITH_PARENT = join(
  REPOSITORY,
  ...['scripts', 'processes', 'exitWithParent.cjs'],
);

/**
 * A second portal beside the one that the stories are told against, with a configuration that a story needs:
 * it is read after the portal's own. One that names platforms starts no sandbox.
 */
export async function startOtherPortal(
  config: object,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'other-portal-'));
  const file = join(folder, 'app-config.other.yaml');
  writeFileSync(file, JSON.stringify(config));
  const child = fork(
    join(REPOSITORY, 'scripts', 'start.mjs'),
    [
      ...['--port', String(await findFreePort())],
      ...['--config', join(REPOSITORY, 'app-config.yaml')],
      ...['--config', file],
    ],
    {
      cwd: REPOSITORY,
      silent: true,
      // The stories run as tests, and the portal does not; it ends with them (scripts/processes/spawnNode.mjs).
      execArgv: ['--require', EXIT_WITH_PARENT],
      env: {
        ...process.env,
        NODE_ENV: undefined,
        KRATIX_PORTAL_PARENT: String(process.pid),
      },
    },
  );
  const ended = new Promise<void>(done => {
    child.once('exit', () => done());
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const printed: string[] = [];
  child.stdout?.on('data', chunk => printed.push(String(chunk)));
  child.stderr?.on('data', chunk => printed.push(String(chunk)));
  const url = await new Promise<string>((done, fail) => {
    child.once('message', message => done((message as { url: string }).url));
    child.once('exit', code =>
      fail(new Error(`It ended with ${code}:\n${printed.join('')}`)),
    );
  });
  return { url, stop };
}

/**
 * Another portal over the same platform, whose policy denies some permissions.
 */
export function startStricterPortal(
  denied: readonly string[],
): ReturnType<typeof startOtherPortal> {
  return startOtherPortal({
    permission: { deny: denied },
    kratix: { platforms: [sandboxPlatform()] },
  });
}

/**
 * The sandbox of the other portal, named as one's own so that none is started.
 */
export function sandboxPlatform(changes: object = {}) {
  const { PORTAL_OWN_KUBECONFIG, PORTAL_KUBECONFIG } = process.env;
  // On a real platform the stories may do more than the portal.
  const path = PORTAL_OWN_KUBECONFIG ?? PORTAL_KUBECONFIG;
  return {
    name: 'sandbox',
    title: 'Sandbox',
    sandbox: true,
    connection: { kubeconfig: { path } },
    identity: 'impersonate',
    catalog: { defaultOwner: 'group:default/platform' },
    ...changes,
  };
}

/** A platform of `npm start -- --fleet`, for another portal. */
export function fleetPlatform(name: string, changes: object = {}) {
  const { PORTAL_KUBECONFIG = '' } = process.env;
  const path = join(dirname(PORTAL_KUBECONFIG), `${name}.kubeconfig`);
  return sandboxPlatform({
    name,
    connection: { kubeconfig: { path } },
    catalog: { namespace: name, defaultOwner: 'group:default/platform' },
    ...changes,
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(done => {
    server.close(done);
  });
  return port;
}
