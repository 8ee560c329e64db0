import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Outcome } from './playScenarios';
import { toPortable } from './toPortable';

const FOLDER = join(__dirname, '../../recordings');

/** What a scenario looked like on real Kratix, without what differs from run to run. @internal */
export interface Recording {
  readonly trail: unknown;
  readonly moments: Readonly<Record<string, unknown>>;
}

/** @internal */
export function toRecording({ trail, moments }: Outcome): Recording {
  const recording = {
    trail,
    moments: Object.fromEntries(
      Object.entries(moments).map(([name, objects]) => [
        name,
        toPortable(objects),
      ]),
    ),
  };
  // Through JSON, as everything that is compared came: `undefined` is no value.
  return JSON.parse(JSON.stringify(recording)) as Recording;
}

/** @internal */
export function readRecording(scenario: string): Recording | undefined {
  const path = join(FOLDER, `${scenario}.yaml`);
  return existsSync(path)
    ? (parse(readFileSync(path, 'utf8')) as Recording)
    : undefined;
}

/** Keeps what the real platform did as what is expected from now on. @internal */
export function writeRecording(scenario: string, recording: Recording): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, `${scenario}.yaml`),
    stringify(recording, { aliasDuplicateObjects: false, lineWidth: 120 }),
  );
}
