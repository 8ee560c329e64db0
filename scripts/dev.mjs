// `npm run dev`: as `npm start`, but the app on 3000 and the backend on 7007
// each reload by themselves when a source changes.
import { resolve } from 'node:path';
import { inRepository } from './toolchain/repository.mjs';
import {
  endedTooEarly,
  createSupervisor,
} from './processes/createSupervisor.mjs';
import { platformOptions } from './portal/portalOptions.mjs';
import { requireFreePort } from './portal/ports.mjs';
import { readOptions } from './portal/readOptions.mjs';
import { readOwnPlatforms } from './portal/readOwnPlatforms.mjs';
import { startSandbox } from './portal/startSandbox.mjs';

const options = readOptions({
  usage: 'npm run dev -- [options]',
  options: platformOptions,
});

const supervisor = createSupervisor();
try {
  await Promise.all([3000, 7007].map(requireFreePort));
  const sandbox = readOwnPlatforms(options.config)
    ? undefined
    : await startSandbox({ supervisor, options });
  startBackstage(sandbox);
} catch (error) {
  await supervisor.fail(error);
}

function startBackstage(sandbox) {
  supervisor.start({
    title: 'Backstage',
    args: [
      inRepository('node_modules/@backstage/cli/bin/backstage-cli'),
      ...['repo', 'start'],
      ...options.config.flatMap(file => ['--config', resolve(file)]),
    ],
    cwd: inRepository(),
    env: {
      ...process.env,
      ...(sandbox && { KRATIX_PORTAL_KUBECONFIG: sandbox.kubeconfig }),
    },
    log: inRepository('.sandbox', 'dev.log'),
    onLine: line => console.log(line),
    onExit: ending => supervisor.fail(endedTooEarly(ending)),
  });
}
