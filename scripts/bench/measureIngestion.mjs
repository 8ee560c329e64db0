import { readFileSync, writeFileSync } from 'node:fs';
import { waitFor } from '../portal/waitFor.mjs';
import { ToolchainError } from '../toolchain/ToolchainError.mjs';

const LONGEST_MS = 6 * 60_000;
const STANDSTILL_MS = 30_000;
/** Counting more of them costs time that the catalog needs itself. */
const FEW = 2_000;

/** Seconds from the moment that the catalog took the provider in until it serves all of the entities. */
export async function measureIngestion({ backend, catalog, expected }) {
  const progress = { count: 0, at: Date.now() };
  await waitFor({
    what: `${expected} entities in the catalog`,
    timeoutMs: LONGEST_MS,
    everyMs: expected > FEW ? 500 : 100,
    isThere: async () => {
      const count = await catalog.countEntities();
      if (count !== progress.count) {
        Object.assign(progress, { count, at: Date.now() });
      }
      return count >= expected;
    },
    giveUp: () =>
      Date.now() - progress.at > STANDSTILL_MS
        ? new ToolchainError(
            `The catalog stands still at ${progress.count} of ${expected} entities; see the log of the portal in .sandbox.`,
          )
        : undefined,
  });
  const servedAt = Date.now();
  const { connectedAt } = await backend.readMutations();
  return (servedAt - connectedAt) / 1000;
}

/** Writes down the very entities that were sent, each as it was last, for the bare provider. */
export function keepRecord(record, file) {
  const entities = new Map();
  for (const line of readFileSync(record, 'utf8').split('\n')) {
    if (line) {
      const entity = JSON.parse(line);
      const { kind, metadata } = entity;
      entities.set(`${kind}:${metadata.namespace}/${metadata.name}`, entity);
    }
  }
  writeFileSync(file, JSON.stringify([...entities.values()]));
  return entities.size;
}
