// `npm start`: the whole portal on one port, with a sandbox as its platform
// unless app-config.local.yaml names a real one.
import { parseArgs } from 'node:util';
import { buildApp } from './portal/buildApp.mjs';
import { createSupervisor } from './processes/createSupervisor.mjs';
import { readOwnPlatforms } from './portal/readOwnPlatforms.mjs';
import { requireFreePort } from './portal/ports.mjs';
import { printWelcome } from './portal/printWelcome.mjs';
import { startBackend } from './portal/startBackend.mjs';
import { startSandbox } from './portal/startSandbox.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.KRATIX_PORTAL_PORT ?? '3000' },
    host: { type: 'string', default: '127.0.0.1' },
    'sandbox-port': { type: 'string' },
    kubeconfig: { type: 'string' },
    state: { type: 'string' },
    empty: { type: 'boolean', default: false },
    config: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});

const supervisor = createSupervisor();
try {
  await requireFreePort(Number(options.port));
  const needsSandbox = !readOwnPlatforms(options.config);
  const [sandbox] = await Promise.all([
    needsSandbox ? startSandbox({ supervisor, options }) : undefined,
    buildApp({ supervisor }),
  ]);
  const portal = await startBackend({ supervisor, options, sandbox });
  printWelcome({ portal, sandbox });
  // A test that started this hears that everything answers, and where.
  process.send?.({
    url: portal.url,
    kubeconfig: sandbox?.kubeconfig,
    sandboxUrl: sandbox?.url,
  });
} catch (error) {
  await supervisor.fail(error);
}
