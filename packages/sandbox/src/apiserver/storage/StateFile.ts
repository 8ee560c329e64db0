import { existsSync, readFileSync } from 'node:fs';
import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import type { ObjectStore } from './ObjectStore';
import { writeFileAtomically } from './writeFileAtomically';

/** @internal */
export interface State {
  readonly revision: number;
  readonly objects: readonly KubeObject[];
}

/** @internal */
export interface StateFile {
  /** Undefined when there is no file yet. Throws when it cannot be read: nothing is overwritten then. */
  read(): State | undefined;
  /** Writes after changes, a moment later, until the result is called, which writes what is left. */
  keep(store: ObjectStore): () => void;
}

const format = 'kratix-sandbox/v1';
const quietMs = 250;

/** All objects in one JSON file. @internal */
export function openStateFile(
  path: string,
  // eslint-disable-next-line no-console
  log: (message: string) => void = message => console.warn(message),
): StateFile {
  return {
    read: () => (existsSync(path) ? parseState(path) : undefined),
    keep: store => keepState(path, store, log),
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
  return { revision: value.revision, objects: value.objects };
}

function keepState(
  path: string,
  store: ObjectStore,
  log: (message: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    timer = undefined;
    try {
      writeFileAtomically(path, toText(store));
    } catch (error) {
      log(`sandbox: the state could not be saved: ${String(error)}`);
    }
  };
  const stop = store.onCommit(() => {
    timer ??= setTimeout(save, quietMs).unref();
  });
  save();
  return () => {
    stop();
    clearTimeout(timer);
    save();
  };
}

function toText(store: ObjectStore): string {
  const objects = store.shelfKeys().flatMap(key => store.list(key));
  return `${JSON.stringify({ format, revision: store.revision, objects })}\n`;
}
