import type { V1Container, V1Pod } from '@kubernetes/client-node';
import type { ContainerLog } from './ContainerLog';
import type { KubeletContext } from './KubeletContext';
import type { ContainerRecord } from './podStatus';

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
 * Tells the events of the Pod what happens to the container.
 *
 * @internal
 */
export async function announce(
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
