import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { readLogTail } from './readLogTail';
import type { Reaper } from './Reaper';

/**
 * One program of the platform: where it logs, whether it still runs, and how to
 * end it.
 *
 * @internal
 */
export interface ManagedProcess {
  readonly name: string;
  readonly logPath: string;
  /** Throws, with the end of the log, when the program is gone. */
  assertRunning(): void;
  logTail(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * What to start.
 *
 * @internal
 */
export interface ProcessDescription {
  name: string;
  program: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  logPath: string;
  /** How long it may take to end by itself before it is killed. */
  stopTimeoutMs?: number;
}

/**
 * Starts a program in a process group of its own, so that an interrupt typed at
 * the terminal reaches us alone and the stop keeps its order.
 *
 * @internal
 */
export async function startProcess(
  description: ProcessDescription,
  reaper: Reaper,
): Promise<ManagedProcess> {
  const log = await open(description.logPath, 'a');
  const child = spawn(description.program, [...description.args], {
    detached: true,
    env: description.env ?? process.env,
    stdio: ['ignore', log.fd, log.fd],
  });
  try {
    await once(child, 'spawn');
  } finally {
    await log.close();
  }
  const { pid } = child;
  if (pid === undefined) {
    throw new Error(`${description.name} was given no process id`);
  }
  reaper.add(pid);
  child.once('exit', () => reaper.drop(pid));

  return {
    name: description.name,
    logPath: description.logPath,
    logTail: () => readLogTail(description.logPath),
    assertRunning() {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(
          `${description.name} ended by itself (exit code ${child.exitCode}, signal ${child.signalCode}); its log is ${description.logPath}`,
        );
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) {
        return;
      }
      const exited = once(child, 'exit');
      const killer = setTimeout(
        () => signalGroup(pid, 'SIGKILL'),
        description.stopTimeoutMs ?? 5000,
      );
      signalGroup(pid, 'SIGTERM');
      await exited;
      clearTimeout(killer);
    },
  };
}

/**
 * Sends a signal to a whole process group; a group that is gone is no error.
 *
 * @internal
 */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}
