import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readClusterFor } from './ClusterReader';
import { announce, type ContainerTask } from './ContainerTask';
import type { HostImage } from './ImageMap';
import { ContainerConfigError, resolveEnvironment } from './resolveEnvironment';
import type { ContainerMount } from './spawnContainer';

/**
 * What stands for the container's image; until there is something, the container
 * shows the states of a pull that fails.
 *
 * @internal
 */
export async function waitForImage(task: ContainerTask): Promise<HostImage> {
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

/**
 * The container's variables, once everything that they are drawn from is there.
 *
 * @internal
 */
export async function waitForEnvironment(
  task: ContainerTask,
  image: HostImage,
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
        ['PATH', buildPath(image)],
        ['HOME', '/root'],
        ['HOSTNAME', pod.metadata?.name ?? ''],
        ['KUBERNETES_SERVICE_HOST', context.apiServer.host],
        ['KUBERNETES_SERVICE_PORT', context.apiServer.port],
        ...Object.entries(image.environment ?? {}),
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

/**
 * Where the programs of the image and the Pod's volumes are to be seen in the
 * container.
 *
 * @internal
 */
export function buildMounts(
  task: ContainerTask,
  image: HostImage,
): ContainerMount[] {
  const programs = Object.entries(image.programs ?? {}).map(
    ([target, source]) => ({ source, target, isReadOnly: true }),
  );
  return [...programs, ...buildVolumeMounts(task)];
}

function buildVolumeMounts(task: ContainerTask): ContainerMount[] {
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

function buildPath(image: HostImage): string {
  const own = process.env.PATH ?? '/usr/bin:/bin';
  return image.folder ? `${image.folder}:${own}` : own;
}
