import { waitFor } from '../portal/waitFor.mjs';
import { entityNameOf } from './createBenchPlatform.mjs';
import { describeTimes } from './describeTimes.mjs';

const EVERY_MS = 25;

/** From a change in the cluster to what the catalog serves: a new request, and one that is gone. */
export async function measureChanges({ platform, catalog, count }) {
  const appeared = [];
  const vanished = [];
  for (const index of Array.from({ length: count }).keys()) {
    const name = `changed-${index}`;
    const isThere = () => catalog.hasResource(entityNameOf(name));
    appeared.push(await timeUntil(() => platform.order(name), isThere));
    vanished.push(
      await timeUntil(
        () => platform.remove(name),
        async () => !(await isThere()),
      ),
    );
  }
  return {
    changeToCatalog: {
      appeared: describeTimes(appeared),
      vanished: describeTimes(vanished),
    },
  };
}

async function timeUntil(change, isThere) {
  const startedAt = performance.now();
  await change();
  await waitFor({ what: 'the catalog', isThere, everyMs: EVERY_MS });
  return performance.now() - startedAt;
}
