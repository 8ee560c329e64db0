import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../portal/waitFor.mjs';
import { failedStatus } from './benchStatus.mjs';
import { seededName } from './createBenchPlatform.mjs';

const EVERY_MS = 25;
const LONGEST_MS = 30_000;
/** Longer than changes are held to go together, so that each is one on its own. */
const APART_MS = 400;
const QUIET_MS = 3_000;
/** The catalog looks for work in rounds: change at all times of a round, not always at the same. */
const JITTER_MS = 100;

/**
 * Changes in the cluster, one by one: how long until the catalog serves them
 * and an open page is told, and what was sent to the catalog for them.
 */
export async function measureChanges({ platform, catalog, hints, backend, n }) {
  const parts = { platform, catalog, hints };
  const picks = pickEvenly(n.requests, n.changes);
  const before = await backend.readMutations();
  const changes = await inTurn(picks, index =>
    follow(parts, seededName(index), {
      change: name => platform.writeStatus(name, failedStatus(now())),
      isServed: phase => phase === 'Failed',
    }),
  );
  const between = await backend.readMutations();
  await inTurn(picks, index =>
    platform.writeStatus(seededName(index), failedStatus(now())),
  );
  await sleep(QUIET_MS);
  const after = await backend.readMutations();
  const orders = await inTurn(Array.from({ length: n.orders }).keys(), index =>
    follow(parts, `ordered-${index}`, {
      change: name => platform.order(name),
      isServed: phase => phase !== undefined,
    }),
  );
  return {
    changes,
    orders,
    perStatusChange: perChange(before, between, picks.length),
    perChangeWithinPhase: perChange(between, after, picks.length),
  };
}

/** Starts one after the other without waiting, as a platform would, and waits for all. */
async function inTurn(items, start) {
  const started = [];
  for (const item of items) {
    started.push(start(item));
    await sleep(APART_MS + Math.random() * JITTER_MS);
  }
  return Promise.all(started);
}

async function follow({ catalog, hints }, name, { change, isServed }) {
  const startedAt = performance.now();
  const seconds = at => (at - startedAt) / 1000;
  await change(name);
  await waitFor({
    what: `the change of ${name} in the catalog`,
    timeoutMs: LONGEST_MS,
    everyMs: EVERY_MS,
    isThere: async () => isServed(await catalog.readPhase(name)),
  });
  const servedAt = performance.now();
  await waitFor({
    what: `a hint that ${name} changed`,
    timeoutMs: LONGEST_MS,
    everyMs: EVERY_MS,
    isThere: () => hints.heardSince(name, startedAt) !== undefined,
  });
  return {
    toCatalogSeconds: seconds(servedAt),
    toHintSeconds: seconds(hints.heardSince(name, startedAt)),
  };
}

/** What was sent for each of so many changes, on average. */
export function perChange(before, after, count) {
  const per = key => round((after[key] - before[key]) / count);
  return { mutations: per('mutations'), entities: per('entities') };
}

/** So many of the first `total` numbers, spread over all of them. */
export function pickEvenly(total, count) {
  const picked = Math.min(total, count);
  return Array.from({ length: picked }, (_, i) =>
    Math.floor((i * total) / picked),
  );
}

const round = value => Number(value.toFixed(3));
const now = () => new Date().toISOString();
