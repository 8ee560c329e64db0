import { spawnNode } from '../processes/spawnNode.mjs';
import { inRepository } from '../toolchain/repository.mjs';
import { findFreePort } from '../portal/ports.mjs';

const READY_MS = 480_000;

/**
 * Starts the product the way a user does, on free ports and in a folder of its
 * own, so that it stands beside a portal that runs already.
 */
export async function startPortal(folder, options = []) {
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const child = spawnNode(
    [
      inRepository('scripts', 'start.mjs'),
      ...['--port', String(port), '--sandbox-port', String(sandboxPort)],
      ...['--kubeconfig', `${folder}/kubeconfig`],
      // Not the developer's own app-config.local.yaml.
      ...['--config', inRepository('app-config.yaml')],
      ...options,
    ],
    { cwd: inRepository(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed = [];
  child.stdout.on('data', chunk => printed.push(chunk));
  child.stderr.on('data', chunk => printed.push(chunk));
  const output = () => Buffer.concat(printed).toString();
  const ended = new Promise(resolve => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    return { ...(await ready({ child, output })), stop, output };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready({ child, output }) {
  return new Promise((resolve, reject) => {
    const fail = why => reject(new Error(`${why}\n${output()}`));
    const timer = setTimeout(
      () => fail(`The portal was not up after ${READY_MS / 1000} s.`),
      READY_MS,
    );
    child.once('exit', code => fail(`The portal ended with ${code}.`));
    child.once('message', message => {
      clearTimeout(timer);
      resolve(message);
    });
  });
}
