import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Container, V1Pod } from '@kubernetes/client-node';
import { readClusterFor } from './ClusterReader';
import type { ContainerLog } from './ContainerLog';
import { expandVariables } from './expandVariables';
import { buildCommandLine, type HostImage } from './ImageMap';
import type { KubeletContext } from './KubeletContext';
import type { ContainerRecord } from './podStatus';
import { ContainerConfigError, resolveEnvironment } from './resolveEnvironment';
import { restartDelayMs } from './restartDelay';
import {
  spawnContainer,
  type ContainerMount,
  type RunningContainer,
} from './spawnContainer';

/**
 * One container of a Pod, and how to tell what becomes of it.
 *
 * @internal
 */
export interface ContainerTask {
  pod: V1Pod;
  container: V1Container;
  /** Changed in place; `report` sends it. */
  record: ContainerRecord;
  /** `spec.containers{name}` or `spec.initContainers{name}`. */
  fieldPath: string;
  volumeFolders: ReadonlyMap<string, string>;
  podFolder: string;
  openLog: (restartCount: number) => ContainerLog;
  report: () => void;
  context: KubeletContext;
  /** Aborted with the grace period in milliseconds when the Pod must end. */
  signal: AbortSignal;
}

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
  const environment = await waitForEnvironment(task);
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
    mounts: buildMounts(task),
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

async function waitForImage(task: ContainerTask): Promise<HostImage> {
  const { container, context, record, signal } = task;
  const name = container.image ?? '';
  for (let attempt = 0; ; attempt += 1) {
    const image = context.images.get(name);
    if (image) {
      await announce(
        task,
        'Pulled',
        `Container image "${name}" already present on machine`,
      );
      return image;
    }
    const problem = `failed to pull image "${name}": nothing stands for it on this machine`;
    record.state = {
      waiting:
        attempt === 0
          ? { reason: 'ErrImagePull', message: problem }
          : {
              reason: 'ImagePullBackOff',
              message: `Back-off pulling image "${name}": ErrImagePull: ${problem}`,
            },
    };
    task.report();
    await (attempt === 0
      ? announce(task, 'Failed', 'Error: ErrImagePull', 'Warning')
      : announce(task, 'BackOff', `Back-off pulling image "${name}"`));
    await sleep(context.retryMs, undefined, { signal });
  }
}

async function waitForEnvironment(
  task: ContainerTask,
): Promise<Map<string, string>> {
  const { pod, container, context, record, signal } = task;
  for (;;) {
    try {
      const own = await resolveEnvironment(
        pod,
        container,
        readClusterFor(context.connection, pod),
      );
      return new Map([
        ['PATH', process.env.PATH ?? '/usr/bin:/bin'],
        ['HOME', '/root'],
        ['HOSTNAME', pod.metadata?.name ?? ''],
        ['KUBERNETES_SERVICE_HOST', context.apiServer.host],
        ['KUBERNETES_SERVICE_PORT', context.apiServer.port],
        ...own,
      ]);
    } catch (error) {
      if (!(error instanceof ContainerConfigError)) {
        throw error;
      }
      record.state = {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: error.message,
        },
      };
      task.report();
      await announce(task, 'Failed', `Error: ${error.message}`, 'Warning');
      await sleep(context.retryMs, undefined, { signal });
    }
  }
}

function buildMounts(task: ContainerTask): ContainerMount[] {
  return (task.container.volumeMounts ?? []).map(mount => {
    const folder = task.volumeFolders.get(mount.name);
    if (folder === undefined) {
      throw new Error(`The Pod has no volume ${mount.name}`);
    }
    return {
      source: mount.subPath ? join(folder, join('/', mount.subPath)) : folder,
      target: mount.mountPath,
      isReadOnly: mount.readOnly ?? false,
    };
  });
}

async function announce(
  task: ContainerTask,
  reason: string,
  message: string,
  type: 'Normal' | 'Warning' = 'Normal',
): Promise<void> {
  await task.context.events.record(task.pod, {
    type,
    reason,
    message,
    fieldPath: task.fieldPath,
  });
}
