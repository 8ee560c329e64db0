import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce, type ContainerTask } from './ContainerTask';
import { expandVariables } from './expandVariables';
import { buildCommandLine } from './ImageMap';
import {
  buildMounts,
  waitForEnvironment,
  waitForImage,
} from './prepareContainer';
import { restartDelayMs } from './restartDelay';
import { spawnContainer, type RunningContainer } from './spawnContainer';

/**
 * Runs a container until it succeeds, or fails and is not to be tried again.
 * Aborting the signal makes this throw, after the container has ended.
 *
 * @internal
 */
export async function runContainer(task: ContainerTask): Promise<void> {
  const { record, context, signal } = task;
  for (let failureCount = 0; ; failureCount += 1) {
    const delayMs = restartDelayMs(failureCount, context.restartBackoffMs);
    if (delayMs > 0) {
      await backOff(task, delayMs);
    }
    if (failureCount > 0) {
      record.lastState = record.state.terminated
        ? record.state
        : record.lastState;
      record.restartCount += 1;
    }
    const running = await start(task);
    const exitCode = await untilExit(running, signal, task);
    if (exitCode === 0 || task.pod.spec?.restartPolicy === 'Never') {
      return;
    }
  }
}

async function start(task: ContainerTask): Promise<RunningContainer> {
  const { container, context, record, signal, pod } = task;
  const image = await waitForImage(task);
  const environment = await waitForEnvironment(task, image);
  const log = task.openLog(record.restartCount);
  await announce(task, 'Created', 'Container created');
  signal.throwIfAborted();
  const running = await spawnContainer({
    commandLine: buildCommandLine(image, {
      command: container.command?.map(w => expandVariables(w, environment)),
      args: container.args?.map(w => expandVariables(w, environment)),
    }),
    environment,
    workingFolder: container.workingDir ?? '/',
    mounts: buildMounts(task, image),
    scratchFolder: join(
      task.podFolder,
      'scratch',
      `${container.name}-${record.restartCount}`,
    ),
    log,
    reaper: context.reaper,
  });
  record.containerID = `process://${createHash('sha256')
    .update(`${pod.metadata?.uid}/${container.name}/${record.restartCount}`)
    .digest('hex')}`;
  record.imageID = `host://${image.entrypoint.join(' ')}`;
  record.state = { running: { startedAt: context.clock() } };
  task.report();
  await announce(task, 'Started', 'Container started');
  return running;
}

async function untilExit(
  running: RunningContainer,
  signal: AbortSignal,
  task: ContainerTask,
): Promise<number> {
  const { record, context } = task;
  const stop = () => {
    void running.stop(Number(signal.reason) || 0);
  };
  if (signal.aborted) {
    stop();
  }
  signal.addEventListener('abort', stop);
  const exitCode = await running.exitCode;
  signal.removeEventListener('abort', stop);
  record.state = {
    terminated: {
      exitCode,
      reason: exitCode === 0 ? 'Completed' : 'Error',
      startedAt: record.state.running?.startedAt,
      finishedAt: context.clock(),
      containerID: record.containerID,
    },
  };
  task.report();
  signal.throwIfAborted();
  return exitCode;
}

async function backOff(task: ContainerTask, delayMs: number): Promise<void> {
  const { record, pod, container, signal } = task;
  const { name, namespace, uid } = pod.metadata ?? {};
  const where = `container=${container.name} pod=${name}_${namespace}(${uid})`;
  record.lastState = record.state;
  record.state = {
    waiting: {
      reason: 'CrashLoopBackOff',
      message: `back-off ${delayMs / 1000}s restarting failed ${where}`,
    },
  };
  task.report();
  await announce(
    task,
    'BackOff',
    `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${uid})`,
    'Warning',
  );
  await sleep(delayMs, undefined, { signal });
}
