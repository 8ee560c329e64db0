import type {
  V1ContainerState,
  V1ContainerStatus,
  V1Pod,
  V1PodCondition,
  V1PodStatus,
} from '@kubernetes/client-node';

/**
 * What is known of one container of a Pod.
 *
 * @internal
 */
export interface ContainerRecord {
  name: string;
  image: string;
  state: V1ContainerState;
  lastState?: V1ContainerState;
  restartCount: number;
  containerID?: string;
  imageID?: string;
}

/**
 * All containers of a Pod, in the order of its spec.
 *
 * @internal
 */
export interface PodRecords {
  init: readonly ContainerRecord[];
  main: readonly ContainerRecord[];
}

/** The phases that a Pod with an end goes through (core/v1 `PodPhase`). */
type Phase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/**
 * The phase by the rules of the kubelet (pkg/kubelet `getPhase`): initialising
 * is Pending, however often it fails, unless nothing will be tried again.
 *
 * @internal
 */
export function derivePhase(
  records: PodRecords,
  restartPolicy: string | undefined,
): Phase {
  const hasFailed = (record: ContainerRecord) =>
    (record.state.terminated?.exitCode ?? 0) !== 0;
  if (!records.init.every(hasSucceeded)) {
    return restartPolicy === 'Never' && records.init.some(hasFailed)
      ? 'Failed'
      : 'Pending';
  }
  if (records.main.every(record => record.state.terminated)) {
    if (records.main.every(hasSucceeded)) {
      return 'Succeeded';
    }
    return restartPolicy === 'Never' ? 'Failed' : 'Running';
  }
  const hasStarted = records.main.some(
    record =>
      record.state.running ?? record.state.terminated ?? record.lastState,
  );
  return hasStarted ? 'Running' : 'Pending';
}

/**
 * The status to report for a Pod.
 *
 * @internal
 */
export function buildPodStatus(
  pod: V1Pod,
  records: PodRecords,
  times: { startTime: Date; now: Date; before: V1PodStatus | undefined },
): V1PodStatus {
  const phase = derivePhase(records, pod.spec?.restartPolicy);
  const generation = pod.metadata?.generation;
  return {
    phase,
    observedGeneration: generation,
    conditions: buildConditions(records, phase).map(condition => {
      const old = times.before?.conditions?.find(
        c => c.type === condition.type && c.status === condition.status,
      );
      return {
        ...condition,
        observedGeneration: generation,
        lastTransitionTime: old?.lastTransitionTime ?? times.now,
      };
    }),
    hostIP: '127.0.0.1',
    hostIPs: [{ ip: '127.0.0.1' }],
    podIP: '127.0.0.1',
    podIPs: [{ ip: '127.0.0.1' }],
    startTime: times.startTime,
    qosClass: pod.status?.qosClass,
    initContainerStatuses: records.init.map(record =>
      toContainerStatus(record, true),
    ),
    containerStatuses: records.main.map(record =>
      toContainerStatus(record, false),
    ),
  };
}

function buildConditions(
  records: PodRecords,
  phase: Phase,
): Omit<V1PodCondition, 'lastTransitionTime'>[] {
  const isOver = phase === 'Succeeded' || phase === 'Failed';
  const overReason = phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed';
  const incomplete = records.init.filter(record => !hasSucceeded(record));
  const unready = records.main.filter(record => !record.state.running);
  const isReady = !isOver && incomplete.length === 0 && unready.length === 0;
  const notReady = isOver
    ? { reason: overReason }
    : {
        reason: 'ContainersNotReady',
        message: `containers with unready status: ${nameList(unready)}`,
      };
  const ready = isReady ? { status: 'True' } : { status: 'False', ...notReady };
  return [
    {
      type: 'PodReadyToStartContainers',
      status: isOver ? 'False' : 'True',
    },
    incomplete.length === 0
      ? {
          type: 'Initialized',
          status: 'True',
          ...(phase === 'Succeeded' ? { reason: 'PodCompleted' } : {}),
        }
      : {
          type: 'Initialized',
          status: 'False',
          reason: 'ContainersNotInitialized',
          message: `containers with incomplete status: ${nameList(incomplete)}`,
        },
    { type: 'Ready', ...ready },
    { type: 'ContainersReady', ...ready },
    { type: 'PodScheduled', status: 'True' },
  ];
}

function toContainerStatus(
  record: ContainerRecord,
  isInit: boolean,
): V1ContainerStatus {
  const isRunning = record.state.running !== undefined;
  return {
    name: record.name,
    image: record.image,
    imageID: record.imageID ?? '',
    containerID: record.containerID,
    state: record.state,
    lastState: record.lastState ?? {},
    restartCount: record.restartCount,
    ready: isInit ? hasSucceeded(record) : isRunning,
    started: isRunning,
  };
}

function hasSucceeded(record: ContainerRecord): boolean {
  return record.state.terminated?.exitCode === 0;
}

function nameList(records: readonly ContainerRecord[]): string {
  return `[${records.map(record => record.name).join(' ')}]`;
}
