import { existsSync, readFileSync } from 'node:fs';
import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import { keepLogs } from '../logs/KeptLog';
import type { KeptLog } from '../logs/KeptLog';
import type { LogStore } from '../logs/LogStore';
import type { ObjectStore } from './ObjectStore';
import { writeFileAtomically } from './writeFileAtomically';

/** @internal */
export interface State {
  readonly revision: number;
  readonly objects: readonly KubeObject[];
  /** What containers printed; a file of an earlier sandbox has none. */
  readonly logs: readonly KeptLog[];
}

/** What is kept. @internal */
export interface Kept {
  readonly store: ObjectStore;
  readonly logStore: LogStore;
}

/** @internal */
export interface StateFile {
  /** Undefined when there is no file yet. Throws when it cannot be read: nothing is overwritten then. */
  read(): State | undefined;
  /** Writes after changes, a moment later, until the result is called, which writes what is left. */
  keep(kept: Kept): () => void;
}

const format = 'kratix-sandbox/v1';
const quietMs = 250;

/** All objects, and the end of the logs, in one JSON file. @internal */
export function openStateFile(
  path: string,
  // eslint-disable-next-line no-console
  log: (message: string) => void = message => console.warn(message),
): StateFile {
  return {
    read: () => (existsSync(path) ? parseState(path) : undefined),
    keep: kept => keepState(path, kept, log),
  };
}

function parseState(path: string): State {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (
    !isObject(value) ||
    value.format !== format ||
    typeof value.revision !== 'number' ||
    !Array.isArray(value.objects)
  ) {
    throw new Error(
      `${path} does not hold the state of a sandbox (format ${format}); remove it or name another file`,
    );
  }
  const { revision, objects, logs } = value;
  return { revision, objects, logs: Array.isArray(logs) ? logs : [] };
}

function keepState(
  path: string,
  kept: Kept,
  log: (message: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    timer = undefined;
    try {
      writeFileAtomically(path, toText(kept));
    } catch (error) {
      log(`sandbox: the state could not be saved: ${String(error)}`);
    }
  };
  const saveSoon = () => {
    timer ??= setTimeout(save, quietMs).unref();
  };
  const stops = [
    kept.store.onCommit(saveSoon),
    kept.logStore.onChange(saveSoon),
  ];
  save();
  return () => {
    stops.forEach(stop => stop());
    clearTimeout(timer);
    save();
  };
}

function toText({ store, logStore }: Kept): string {
  const objects = store.shelfKeys().flatMap(key => store.list(key));
  const logs = keepLogs(logStore.dump());
  return `${JSON.stringify({
    format,
    revision: store.revision,
    objects,
    logs,
  })}\n`;
}
