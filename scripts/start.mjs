// `npm start`: the whole portal on one port, with a sandbox as its platform
// unless app-config.local.yaml names a real one. `--fleet`: three of them,
// with drift between them.
import { buildApp } from './portal/buildApp.mjs';
import { createSupervisor } from './processes/createSupervisor.mjs';
import { platformOptions } from './portal/portalOptions.mjs';
import { readFleetConfig } from './portal/readFleetConfig.mjs';
import { readOptions } from './portal/readOptions.mjs';
import { readOwnPlatforms } from './portal/readOwnPlatforms.mjs';
import { requireFreePort } from './portal/ports.mjs';
import { printWelcome } from './portal/printWelcome.mjs';
import { startBackend } from './portal/startBackend.mjs';
import { startFleet } from './portal/startFleet.mjs';
import { startSandbox } from './portal/startSandbox.mjs';

const options = readOptions({
  usage: 'npm start -- [options]',
  options: {
    port: {
      type: 'string',
      value: 'n',
      default: process.env.KRATIX_PORTAL_PORT ?? '3000',
      isPort: true,
      help: 'port of the portal (3000)',
    },
    host: {
      type: 'string',
      value: 'address',
      default: '127.0.0.1',
      help: 'address that the portal listens on (127.0.0.1)',
    },
    fleet: {
      type: 'boolean',
      default: false,
      help: 'three sandboxes, with drift between them',
    },
    ...platformOptions,
    verbose: {
      type: 'boolean',
      default: false,
      help: 'prints everything that the portal logs',
    },
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
