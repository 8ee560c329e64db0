import { mkdirSync } from 'node:fs';
import { startSandbox } from '../portal/startSandbox.mjs';
import { createBenchPlatform } from './createBenchPlatform.mjs';
import { createCatalogReader } from './createCatalogReader.mjs';
import { describeTimes } from './describeTimes.mjs';
import { measureChanges } from './measureChanges.mjs';
import { measureIdle } from './measureIdle.mjs';
import { keepRecord, measureIngestion } from './measureIngestion.mjs';
import { openHints } from './openHints.mjs';
import { startBenchBackend } from './startBenchBackend.mjs';

/** The Component, the API and the Template of the one Promise. */
const OF_THE_PROMISE = 3;
/** Below this a run is short, and chance counts for more: measure each side twice, in both orders. */
const TWICE_BELOW = 2_000;

/** Everything about one number of requests. Each backend starts with an empty database. */
export async function measureSize({ supervisor, folder, n, say }) {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({
    supervisor,
    options: {
      kubeconfig: `${folder}/kubeconfig`,
      'sandbox-port': undefined,
      empty: true,
      still: true,
    },
  });
  const run = { supervisor, sandbox, folder, n, say };
  run.platform = createBenchPlatform(sandbox);
  say(`${n.requests} requests: filling the platform`);
  await run.platform.fill(n.requests);
  const listSeconds = (await run.platform.timeList()) / 1000;

  const suite = await measureSuite(run);
  const bare = [await measureBare(run)];
  if (n.requests < TWICE_BELOW) {
    bare.push(await measureBare(run));
    suite.firstIngestionSeconds.push(await measureIngestionAgain(run));
  }
  await supervisor.stop(sandbox.process);
  return summarise({ n, suite, bare, listSeconds });
}

async function measureSuite(run) {
  const { n, platform, folder, say } = run;
  const record = `${folder}/sent.ndjson`;
  say(`${n.requests} requests: first ingestion with the suite`);
  const backend = await startBenchBackend({ ...run, record });
  const catalog = await createCatalogReader(backend.url, n);
  const seconds = await measureIngestion({ backend, catalog, ...expected(n) });
  keepRecord(record, bareFile(folder));

  say(`${n.requests} requests: ${n.changes} changes and ${n.orders} orders`);
  const hints = await openHints({
    portalUrl: backend.url,
    token: catalog.token,
  });
  const changes = await measureChanges({
    platform,
    catalog,
    hints,
    backend,
    n,
  });
  hints.close();
  const idle =
    n.idleSeconds > 0 ? await measureIdleOf(run, n.idleSeconds) : undefined;
  const memory = await backend.readMemory();
  await backend.stop();
  return { firstIngestionSeconds: [seconds], ...changes, idle, memory };
}

function measureIdleOf({ platform, say }, seconds) {
  say(`${seconds} s of nothing`);
  return measureIdle({ platform, seconds });
}

async function measureIngestionAgain(run) {
  const { n, say, platform } = run;
  say(`${n.requests} requests: first ingestion with the suite, again`);
  const backend = await startBenchBackend(run);
  const catalog = await createCatalogReader(backend.url, n);
  // What was ordered meanwhile is there as well.
  const seconds = await measureIngestion({
    backend,
    catalog,
    expected: expected(n).expected + n.orders,
  });
  await backend.stop();
  return (seconds * expected(n).expected) / (expected(n).expected + n.orders);
}

async function measureBare(run) {
  const { n, folder, say } = run;
  say(`${n.requests} requests: a bare provider that sends the same`);
  const backend = await startBenchBackend({ ...run, bare: bareFile(folder) });
  const catalog = await createCatalogReader(backend.url, n);
  const seconds = await measureIngestion({ backend, catalog, ...expected(n) });
  const memory = await backend.readMemory();
  await backend.stop();
  return { seconds, memory };
}

const expected = n => ({ expected: n.requests + OF_THE_PROMISE });
const bareFile = folder => `${folder}/sent.json`;
const mean = values => values.reduce((sum, v) => sum + v, 0) / values.length;
const rounded = value => Number(value.toFixed(2));

function summarise({ n, suite, bare, listSeconds }) {
  const ofSuite = mean(suite.firstIngestionSeconds);
  const ofBare = mean(bare.map(({ seconds }) => seconds));
  const above = key =>
    rounded(suite.memory[key] - mean(bare.map(({ memory }) => memory[key])));
  const followed = [...suite.changes, ...suite.orders];
  const toCatalog = runs =>
    describeTimes(runs.map(({ toCatalogSeconds }) => toCatalogSeconds));
  return {
    entities: expected(n).expected,
    changeToCatalogSeconds: {
      ...toCatalog(followed),
      statusChanges: toCatalog(suite.changes),
      newRequests: toCatalog(suite.orders),
    },
    changeToHintSeconds: describeTimes(
      followed.map(({ toHintSeconds }) => toHintSeconds),
    ),
    firstIngestionRatio: rounded(ofSuite / ofBare),
    firstIngestionSeconds: { suite: rounded(ofSuite), bare: rounded(ofBare) },
    memoryAboveBaselineMb: above('heapMb'),
    memory: {
      heapMb: rounded(suite.memory.heapMb),
      rssMb: rounded(suite.memory.rssMb),
      rssAboveBaselineMb: above('rssMb'),
    },
    perStatusChange: suite.perStatusChange,
    perChangeWithinPhase: suite.perChangeWithinPhase,
    ...(suite.idle && { idle: suite.idle }),
    clusterListSeconds: rounded(listSeconds),
  };
}
