import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '..', '..', '..');

/**
 * A second portal beside the one that the stories are told against, over the same platform, whose policy denies
 * some permissions.
 */
export async function startStricterPortal(
  denied: readonly string[],
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'stricter-portal-'));
  const config = join(folder, 'app-config.stricter.yaml');
  writeFileSync(config, JSON.stringify(configOf(denied)));
  const child = fork(
    join(REPOSITORY, 'scripts', 'start.mjs'),
    [
      ...['--port', String(await findFreePort())],
      ...['--config', join(REPOSITORY, 'app-config.yaml')],
      ...['--config', config],
    ],
    {
      cwd: REPOSITORY,
      silent: true,
      // The stories run as tests, and the portal does not.
      env: { ...process.env, NODE_ENV: undefined },
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

/** The first platform is the sandbox of the other portal, named as one's own so that none is started. */
function configOf(denied: readonly string[]) {
  const { PORTAL_OWN_KUBECONFIG, PORTAL_KUBECONFIG } = process.env;
  // On a real platform the stories may do more than the portal.
  const kubeconfig = PORTAL_OWN_KUBECONFIG ?? PORTAL_KUBECONFIG;
  return {
    permission: { deny: denied },
    kratix: {
      platforms: [
        {
          name: 'sandbox',
          title: 'Sandbox',
          sandbox: true,
          connection: { kubeconfig: { path: kubeconfig } },
          identity: 'impersonate',
          catalog: { defaultOwner: 'group:default/platform' },
        },
      ],
    },
  };
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
