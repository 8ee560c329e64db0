// `npm run bench`: how the product does against its targets, on a platform of
// 100, 1,000 and 10,000 requests. `-- --json` prints one JSON object and nothing
// else on stdout; `-- --requests 100` measures less. Also in artifacts/bench.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeMachine } from './bench/describeMachine.mjs';
import { measureChunks } from './bench/measureChunks.mjs';
import { measureSize } from './bench/measureSize.mjs';
import { printResult } from './bench/printResult.mjs';
import { readSizes } from './bench/readSizes.mjs';
import { summariseSizes } from './bench/summariseSizes.mjs';
import { buildApp } from './portal/buildApp.mjs';
import { createSupervisor } from './processes/createSupervisor.mjs';
import { inRepository } from './toolchain/repository.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    // `ske` measures the platform whose entities have SKE's names.
    naming: { type: 'string', default: 'portal' },
    requests: { type: 'string', default: '100,1000,10000' },
    changes: { type: 'string', default: '40' },
    orders: { type: 'string', default: '10' },
    'idle-seconds': { type: 'string', default: '60' },
  },
});
// Stdout is for the result alone.
const print = text => process.stdout.write(`${text}\n`);
console.log = console.error;

const supervisor = createSupervisor();
try {
  const result = await measure();
  const folder = inRepository('artifacts', 'bench');
  const json = JSON.stringify(result, undefined, 2);
  writeFileSync(`${folder}/bench.json`, `${json}\n`);
  print(options.json ? json : printResult(result));
  process.exit(0);
} catch (error) {
  await supervisor.fail(error);
}

async function measure() {
  const sizes = readSizes(options);
  const folder = inRepository('artifacts', 'bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildApp({ supervisor });
  const startedAt = Date.now();
  const machine = describeMachine();
  const say = text =>
    console.error(
      `  [${Math.round((Date.now() - startedAt) / 1000)} s] ${text}`,
    );

  const measured = [];
  for (const n of sizes) {
    const own = `${folder}/${n.requests}`;
    measured.push([
      n.requests,
      await measureSize({ supervisor, folder: own, n, say }),
    ]);
  }
  return {
    machine,
    naming: options.naming,
    loadAfterwards: describeMachine().load,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    ...summariseSizes(measured),
    chunks: measureChunks(inRepository('packages', 'app', 'dist')),
  };
}
