import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  findDifferences,
  playScenarios,
  readRecording,
  scenarios,
  toRecording,
  writeRecording,
  type Outcome,
} from './kratix';
import { knownDifferences } from './kratix/knownDifferences';
import { startTarget, type ContractTarget } from './target';

const isRecording = process.env.KRATIX_CONTRACT_RECORD === 'true';
const rawFolder = process.env.KRATIX_CONTRACT_RAW;
const only = process.env.KRATIX_CONTRACT_SCENARIO?.split(',');
const chosen = scenarios.filter(({ name }) => !only || only.includes(name));

describe('Kratix, as ae170e22 did it when it was recorded', () => {
  const running: {
    target?: ContractTarget;
    outcomes?: Map<string, Outcome>;
  } = {};

  beforeAll(async () => {
    running.target = await startTarget();
    const isReal = running.target.name === 'real';
    running.outcomes = await playScenarios(running.target, chosen, {
      atOnce: isReal ? 3 : 6,
      patienceMs: 120_000,
      quietMs: isReal ? 1500 : 600,
    });
  }, 900_000);

  afterAll(async () => {
    await running.target?.close();
  }, 600_000);

  it.each(chosen)('$name', ({ name, chance }) => {
    const outcome = running.outcomes?.get(name);
    if (!running.target || !outcome) {
      throw new Error('It was not played');
    }
    keepRaw(name, outcome);
    if (outcome.error) {
      throw outcome.error;
    }
    const received = toRecording(outcome);
    const isReal = running.target.name === 'real';
    if (isReal && isRecording) {
      writeRecording(name, received);
    }
    const differences = findDifferences(readRecording(name), received).filter(
      ({ path }) => !chance?.test(path),
    );

    const known = isReal ? [] : knownDifferences[name] ?? [];
    expect(differences.filter(({ path }) => !known.includes(path))).toEqual([]);
    // What is the same by now must leave the list.
    expect(differences.map(({ path }) => path)).toEqual(
      expect.arrayContaining([...known]),
    );
  });

  it('leaves nothing behind', async () => {
    const left = await running.target?.takeAway();

    expect(left).toEqual([]);
  }, 600_000);
});

/** For whoever looks into a difference: the objects as they came. */
function keepRaw(name: string, outcome: Outcome): void {
  if (!rawFolder) {
    return;
  }
  const folder = join(rawFolder, name);
  mkdirSync(folder, { recursive: true });
  for (const [moment, objects] of Object.entries(outcome.moments)) {
    writeFileSync(
      join(folder, `${moment}.json`),
      JSON.stringify(objects, undefined, 2),
    );
  }
  writeFileSync(
    join(folder, 'trail.json'),
    JSON.stringify(outcome.trail, undefined, 2),
  );
}
