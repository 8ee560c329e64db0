import { dirname, join } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { fleetPlatforms } from './fleetPlatforms.mjs';
import { findFreePort } from './ports.mjs';
import { startSandbox } from './startSandbox.mjs';

// Not the one of a plain `npm start`, so that both can run.
const USUAL_PORT = 16_444;

/** Starts a sandbox for each platform of the fleet, one beside the other. */
export async function startFleet({ supervisor, options }) {
  const folder = dirname(
    options.kubeconfig ?? inRepository('.sandbox', 'kubeconfig'),
  );
  return Promise.all(
    fleetPlatforms.map(async ({ name, environmentKey, examples }, index) => {
      const sandbox = await startSandbox({
        supervisor,
        options: {
          ...options,
          name,
          examples,
          'sandbox-port': String(
            await findFreePort(
              Number(options['sandbox-port'] ?? USUAL_PORT) + index,
            ),
          ),
          kubeconfig: join(folder, `${name}.kubeconfig`),
          state: options.state && `${options.state}.${name}`,
        },
      });
      return { ...sandbox, name, environmentKey };
    }),
  );
}
