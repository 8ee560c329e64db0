import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/**
 * Makes sure that no process outlives the one that started it, not even when
 * that one is killed: a second process holds the other end of a pipe and kills
 * what is listed when the pipe closes (see `bin/reaper.mjs`).
 *
 * @internal
 */
export interface Reaper {
  add(processGroup: number): void;
  drop(processGroup: number): void;
  /** Ends it; whatever is still listed is killed and the folder removed. */
  close(): Promise<void>;
}

/**
 * Starts the reaper for one folder of data.
 *
 * @internal
 */
export function startReaper(dataFolder: string | undefined): Reaper {
  const script = resolve(__dirname, '../../bin/reaper.mjs');
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  // A reaper that is gone already must not turn a clean stop into a failure.
  child.stdin.on('error', () => {});
  if (dataFolder) {
    child.stdin.write(`folder ${dataFolder}\n`);
  }
  child.unref();
  return {
    add: group => void child.stdin.write(`add ${group}\n`),
    drop: group => void child.stdin.write(`drop ${group}\n`),
    async close() {
      if (child.exitCode === null) {
        // Until here it must not keep us alive; now we wait for it.
        child.ref();
        const exited = once(child, 'exit');
        child.stdin.end();
        await exited;
      }
    },
  };
}
