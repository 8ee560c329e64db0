import { join } from 'node:path';
import { openContainerLog, type ContainerLog } from './ContainerLog';

/**
 * The logs of one Pod: one for each start of each of its containers.
 *
 * @internal
 */
export interface PodLogs {
  open(container: string, restartCount: number): ContainerLog;
  /** The log of the latest start, or of the one before it. */
  find(container: string, previous: boolean): ContainerLog | undefined;
}

/**
 * Keeps the logs below a folder.
 *
 * @internal
 */
export function createPodLogs(folder: string, clock: () => Date): PodLogs {
  const logs = new Map<string, ContainerLog[]>();
  return {
    open(container, restartCount) {
      const log = openContainerLog(
        join(folder, container, `${restartCount}`),
        clock,
      );
      logs.set(container, [...(logs.get(container) ?? []), log]);
      return log;
    },
    find: (container, previous) =>
      (logs.get(container) ?? []).at(previous ? -2 : -1),
  };
}
