import { dirname, resolve } from 'node:path';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';
import { endedTooEarly } from '../processes/createSupervisor.mjs';
import { findFreePort } from './ports.mjs';
import { sandboxArgs, toSandboxCommand } from './sandboxArgs.mjs';
import { waitFor } from './waitFor.mjs';

// The same port each time where possible, so that a kubeconfig stays good.
const USUAL_PORT = 16443;
const CLI = inRepository('packages', 'sandbox', 'bin', 'kratix-sandbox');

/** Starts the pretend platform and waits until it answers. */
export async function startSandbox({ supervisor, options }) {
  const wanted = options['sandbox-port'];
  const port = wanted ? Number(wanted) : await findFreePort(USUAL_PORT);
  const kubeconfig = resolve(
    options.kubeconfig ?? inRepository('.sandbox', 'kubeconfig'),
  );
  const folder = dirname(kubeconfig);
  mkdirSync(folder, { recursive: true });
  rmSync(kubeconfig, { force: true });
  const args = sandboxArgs({ port, kubeconfig, options });
  const state = { ended: undefined, isUp: false };
  const child = supervisor.start({
    title: options.name ? `The sandbox ${options.name}` : 'The sandbox',
    args: [CLI, ...args],
    cwd: inRepository(),
    log: resolve(
      folder,
      options.name ? `sandbox-${options.name}.log` : 'sandbox.log',
    ),
    onExit: ending => {
      state.ended = ending;
      if (state.isUp) {
        printHowToRestart({ ending, args });
      }
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor({
    what: 'the sandbox',
    isThere: async () =>
      existsSync(kubeconfig) && (await fetch(`${url}/readyz`)).ok,
    giveUp: () => state.ended && endedTooEarly(state.ended),
  });
  state.isUp = true;
  return { url, kubeconfig, isEmpty: options.empty, process: child };
}

function printHowToRestart({ ending, args }) {
  console.error(
    `\nThe sandbox ended (${ending.reason}). The portal goes on without its platform.\n` +
      `Start the sandbox again with:\n` +
      `  ${toSandboxCommand(args)}\n`,
  );
}
