// `npm start`: the whole portal on one port, with a sandbox as its platform
// unless app-config.local.yaml names a real one. `--fleet`: three of them,
// with drift between them.
import { parseArgs } from 'node:util';
import { buildApp } from './portal/buildApp.mjs';
import { createSupervisor } from './processes/createSupervisor.mjs';
import { readFleetConfig } from './portal/readFleetConfig.mjs';
import { readOwnPlatforms } from './portal/readOwnPlatforms.mjs';
import { requireFreePort } from './portal/ports.mjs';
import { printWelcome } from './portal/printWelcome.mjs';
import { startBackend } from './portal/startBackend.mjs';
import { startFleet } from './portal/startFleet.mjs';
import { startSandbox } from './portal/startSandbox.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.KRATIX_PORTAL_PORT ?? '3000' },
    host: { type: 'string', default: '127.0.0.1' },
    'sandbox-port': { type: 'string' },
    kubeconfig: { type: 'string' },
    state: { type: 'string' },
    fleet: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    config: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});

const supervisor = createSupervisor();
try {
  await requireFreePort(Number(options.port));
  const [sandboxes] = await Promise.all([
    startPlatforms(),
    buildApp({ supervisor }),
  ]);
  const portal = await startBackend({
    supervisor,
    options: options.fleet ? readFleetConfig(options, sandboxes) : options,
    sandbox: options.fleet ? undefined : sandboxes[0],
  });
  printWelcome({ portal, sandboxes });
  // A test that started this hears that everything answers, and where.
  const [first] = sandboxes;
  process.send?.({
    url: portal.url,
    kubeconfig: first?.kubeconfig,
    sandboxUrl: first?.url,
  });
} catch (error) {
  await supervisor.fail(error);
}

async function startPlatforms() {
  if (options.fleet) {
    return startFleet({ supervisor, options });
  }
  const needsSandbox = !readOwnPlatforms(options.config);
  return needsSandbox ? [await startSandbox({ supervisor, options })] : [];
}
