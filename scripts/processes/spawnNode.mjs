import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const EXIT_WITH_PARENT = fileURLToPath(
  new URL('./exitWithParent.cjs', import.meta.url),
);

/** Starts a Node process that ends when this one does, however that happens. */
export function spawnNode(args, options) {
  const {
    node = process.execPath,
    stdio,
    env = process.env,
    ...rest
  } = options;
  return spawn(node, ['--require', EXIT_WITH_PARENT, ...args], {
    ...rest,
    stdio: [...stdio, 'ipc'],
    env: { ...env, KRATIX_PORTAL_PARENT: String(process.pid) },
  });
}
