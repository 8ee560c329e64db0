import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../portal/ports.mjs';
import { startBackend } from '../portal/startBackend.mjs';
import { inRepository } from '../toolchain/repository.mjs';

const PROBE = fileURLToPath(new URL('./probe/probe.cjs', import.meta.url));
const SKE = fileURLToPath(new URL('./naming-ske.yaml', import.meta.url));
const ANSWER_MS = 60_000;

/**
 * Starts the backend as `npm start` does, with a probe in it: the product (with
 * `record`: what it sends is written there), or the same backend without the
 * suite (with `bare`: the entities that a bare provider sends).
 */
export async function startBenchBackend({
  supervisor,
  sandbox,
  n,
  record,
  bare,
}) {
  if (record) {
    rmSync(record, { force: true });
  }
  const { url, process } = await startBackend({
    supervisor,
    sandbox,
    options: {
      port: String(await findFreePort()),
      host: '127.0.0.1',
      // Not the developer's own app-config.local.yaml.
      config: [
        inRepository('app-config.yaml'),
        ...(n.naming === 'ske' ? [SKE] : []),
      ],
      nodeArgs: ['--expose-gc', '--require', PROBE],
      env: {
        ...(record && { KRATIX_BENCH_RECORD: record }),
        ...(bare && { KRATIX_BENCH_BARE: bare }),
      },
    },
  });
  const ask = createAsk(process);
  return {
    url,
    readMutations: () => ask('mutations'),
    readMemory: () => ask('memory'),
    stop: () => supervisor.stop(process),
  };
}

function createAsk(process) {
  const waiting = new Map();
  process.on('message', ({ id, answer }) => waiting.get(id)?.(answer));
  return question =>
    new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      const timer = setTimeout(
        () => reject(new Error(`The backend does not tell its ${question}.`)),
        ANSWER_MS,
      );
      waiting.set(id, answer => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      });
      process.send({ id, question });
    });
}
