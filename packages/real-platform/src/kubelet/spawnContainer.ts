import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { signalGroup } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import type { ContainerLog } from './ContainerLog';

/**
 * One start of one container.
 *
 * @internal
 */
export interface ContainerSpawn {
  commandLine: readonly string[];
  environment: ReadonlyMap<string, string>;
  workingFolder: string;
  mounts: readonly ContainerMount[];
  /** An empty folder for the container's view of the machine. */
  scratchFolder: string;
  log: ContainerLog;
  reaper: Reaper;
}

/**
 * A folder or file of a volume at its path in the container.
 *
 * @internal
 */
export interface ContainerMount {
  source: string;
  target: string;
  isReadOnly: boolean;
}

/**
 * A container that runs, or ran.
 *
 * @internal
 */
export interface RunningContainer {
  pid: number;
  exitCode: Promise<number>;
  /** Asks it to end, and kills it when it has not after the time given. */
  stop(gracePeriodMs: number): Promise<void>;
}

const ENTER_SCRIPT = resolve(__dirname, '../../bin/enter-container.sh');

/**
 * Starts a host program in a mount namespace of its own, so that it finds its
 * volumes at the paths that its image would have and nothing that it writes
 * elsewhere stays. Without root, a user namespace makes that possible.
 *
 * @internal
 */
export async function spawnContainer(
  description: ContainerSpawn,
): Promise<RunningContainer> {
  const { scratchFolder, log, reaper } = description;
  await mkdir(scratchFolder, { recursive: true });
  const child = spawn('unshare', buildArguments(description), {
    detached: true,
    env: Object.fromEntries(description.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', chunk => log.append(chunk));
  child.stderr.on('data', chunk => log.append(chunk));
  const closed = once(child, 'close');
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) {
    throw new Error('A container was given no process id');
  }
  reaper.add(pid);

  const exitCode = closed.then(async ([code, signal]) => {
    // What the program left running in its group has no one to wait for it.
    signalGroup(pid, 'SIGKILL');
    reaper.drop(pid);
    log.end();
    await rm(scratchFolder, { recursive: true, force: true });
    return toExitCode(code, signal);
  });
  return {
    pid,
    exitCode,
    async stop(gracePeriodMs) {
      const killer = setTimeout(
        () => signalGroup(pid, 'SIGKILL'),
        gracePeriodMs,
      );
      signalGroup(pid, 'SIGTERM');
      await exitCode;
      clearTimeout(killer);
    },
  };
}

function buildArguments(description: ContainerSpawn): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...(isRoot ? [] : ['--user', '--map-root-user']),
    '--mount',
    '--propagation',
    'private',
    'sh',
    ENTER_SCRIPT,
    description.scratchFolder,
    description.workingFolder,
    ...description.mounts.flatMap(mount => [
      mount.isReadOnly ? 'ro' : 'rw',
      mount.source,
      mount.target,
    ]),
    '--',
    ...description.commandLine,
  ];
}

/** A shell, and a container runtime after it, adds 128 to a signal's number. */
function toExitCode(
  code: number | undefined,
  signal: NodeJS.Signals | undefined,
): number {
  return signal ? 128 + constants.signals[signal] : code ?? 1;
}
