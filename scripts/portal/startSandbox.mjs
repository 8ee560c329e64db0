import { dirname, resolve } from 'node:path';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';
import { endedTooEarly } from '../processes/createSupervisor.mjs';
import { findFreePort } from './ports.mjs';
import { waitFor } from './waitFor.mjs';

// The same port each time where possible, so that a kubeconfig stays good.
const USUAL_PORT = 16443;
const CLI = inRepository('packages', 'sandbox', 'bin', 'kratix-sandbox');
const EXAMPLES = inRepository('examples');

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
  const state = { ended: undefined, isUp: false };
  const child = supervisor.start({
    title: options.name ? `The sandbox ${options.name}` : 'The sandbox',
    args: [CLI, ...argsFor({ port, kubeconfig, options })],
    cwd: inRepository(),
    log: resolve(
      folder,
      options.name ? `sandbox-${options.name}.log` : 'sandbox.log',
    ),
    onExit: ending => {
      state.ended = ending;
      if (state.isUp) {
        printHowToRestart({ port, kubeconfig, ending, options });
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

function argsFor({ port, kubeconfig, options }) {
  return [
    ...['--port', String(port), '--kubeconfig', kubeconfig],
    ...(options.state ? ['--state', resolve(options.state)] : []),
    ...(options.still ? ['--still'] : []),
    ...(options.name ? ['--name', options.name] : []),
    ...(options.empty ? ['--empty'] : exampleArgs(options)),
  ];
}

function exampleArgs({ examples = [EXAMPLES] }) {
  return examples.flatMap(path => ['--examples', path]);
}

function printHowToRestart({ port, kubeconfig, ending, options }) {
  console.error(
    `\nThe sandbox ended (${ending.reason}). The portal goes on without its platform.\n` +
      `Start the sandbox again with:\n` +
      `  npm run sandbox -- --port ${port} --kubeconfig ${kubeconfig} ${
        options.examples ? exampleArgs(options).join(' ') : ''
      }\n`,
  );
}
