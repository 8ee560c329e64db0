// `npm run bench`: figures of the product as `npm start` runs it, as JSON, on
// the output and in artifacts/bench/bench.json. `-- --requests 1000` for more.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createBenchPlatform } from './bench/createBenchPlatform.mjs';
import { createCatalogReader } from './bench/createCatalogReader.mjs';
import { measureChanges } from './bench/measureChanges.mjs';
import { measureIdle } from './bench/measureIdle.mjs';
import { startPortal } from './browser/startPortal.mjs';
import { inRepository } from './toolchain/repository.mjs';

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '100' },
    changes: { type: 'string', default: '20' },
    'idle-seconds': { type: 'string', default: '60' },
  },
});
const say = text => console.error(`  ${text}`);
const folder = inRepository('artifacts', 'bench');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

say('Starting the portal with an empty sandbox …');
const portal = await startPortal(folder, ['--empty']);
try {
  const result = await measure(portal);
  const json = JSON.stringify(result, undefined, 2);
  writeFileSync(`${folder}/bench.json`, `${json}\n`);
  console.log(json);
} finally {
  await portal.stop();
}

async function measure({ url, kubeconfig, sandboxUrl }) {
  const platform = createBenchPlatform({ kubeconfig, sandboxUrl });
  const catalog = await createCatalogReader(url);
  const requests = Number(options.requests);

  say(`Ordering ${requests} services …`);
  const firstIngestion = await platform.fill(requests, catalog);
  say(`Changing ${options.changes} of them, one by one …`);
  const changes = await measureChanges({
    platform,
    catalog,
    count: Number(options.changes),
  });
  say(`Watching ${options['idle-seconds']} s of nothing …`);
  const idle = await measureIdle({
    platform,
    seconds: Number(options['idle-seconds']),
  });
  return {
    machine: { cores: cpus().length, node: process.version },
    requests,
    firstIngestion,
    ...changes,
    idle,
  };
}
