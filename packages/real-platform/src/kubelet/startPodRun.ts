import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Container, V1Pod } from '@kubernetes/client-node';
import { readClusterFor } from './ClusterReader';
import type { ContainerLog } from './ContainerLog';
import { createPodLogs } from './createPodLogs';
import { createStatusReporter } from './createStatusReporter';
import type { KubeletContext } from './KubeletContext';
import type { ContainerRecord, PodRecords } from './podStatus';
import { prepareVolumes, VolumeError } from './prepareVolumes';
import { runContainer } from './runContainer';

/**
 * A Pod of this node, from its binding to its removal.
 *
 * @internal
 */
export interface PodRun {
  readonly pod: V1Pod;
  /** The log of a container's latest run or the one before, if there was one. */
  findLog(container: string, previous: boolean): ContainerLog | undefined;
  waitingReason(container: string): string | undefined;
  /** Ends its containers; the answer comes when they are gone and reported. */
  stop(gracePeriodMs: number): Promise<void>;
  /** Ends without an error, whatever became of the Pod. */
  readonly finished: Promise<void>;
  removeFiles(): Promise<void>;
}

/**
 * Runs a Pod: its volumes, its init containers one by one, then the others.
 *
 * @internal
 */
export function startPodRun(pod: V1Pod, context: KubeletContext): PodRun {
  const abort = new AbortController();
  const podFolder = join(context.folder, pod.metadata?.uid ?? '');
  const records = toRecords(pod);
  const reporter = createStatusReporter(pod, records, context);
  const logs = createPodLogs(join(podFolder, 'logs'), context.clock);

  const run = async (
    container: V1Container,
    record: ContainerRecord,
    list: ContainerList,
    volumeFolders: ReadonlyMap<string, string>,
  ) => {
    await runContainer({
      pod,
      container,
      record,
      fieldPath: `spec.${list}{${container.name}}`,
      volumeFolders,
      podFolder,
      openLog: restartCount => logs.open(container.name, restartCount),
      report: reporter.report,
      context,
      signal: abort.signal,
    });
    return record.state.terminated?.exitCode === 0;
  };

  const live = async () => {
    reporter.report();
    const folders = await waitForVolumes(pod, podFolder, context, abort.signal);
    await runInOrder(pod, (container, index, list) =>
      run(container, recordAt(records, list, index), list, folders),
    );
  };
  const finished = live()
    .catch(error => {
      if (!abort.signal.aborted) {
        context.report(`Pod ${pod.metadata?.name} could not be run`, error);
      }
    })
    .then(() => reporter.settled());

  return {
    pod,
    finished,
    waitingReason: name =>
      [...records.init, ...records.main].find(record => record.name === name)
        ?.state.waiting?.reason,
    findLog: logs.find,
    async stop(gracePeriodMs) {
      abort.abort(gracePeriodMs);
      await finished;
    },
    removeFiles: () => rm(podFolder, { recursive: true, force: true }),
  };
}

/** Which list of a Pod's spec a container stands in. */
type ContainerList = 'initContainers' | 'containers';

/** Init containers one by one, and the others together when all have succeeded. */
async function runInOrder(
  pod: V1Pod,
  run: (
    container: V1Container,
    index: number,
    list: ContainerList,
  ) => Promise<boolean>,
): Promise<void> {
  const init = pod.spec?.initContainers ?? [];
  for (const [index, container] of init.entries()) {
    if (!(await run(container, index, 'initContainers'))) {
      return;
    }
  }
  const results = await Promise.allSettled(
    (pod.spec?.containers ?? []).map((container, index) =>
      run(container, index, 'containers'),
    ),
  );
  // Not `Promise.all`: the Pod is over when its last container is.
  const failed = results.find(result => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}

async function waitForVolumes(
  pod: V1Pod,
  podFolder: string,
  context: KubeletContext,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  for (;;) {
    try {
      return await prepareVolumes(
        pod,
        join(podFolder, 'volumes'),
        readClusterFor(context.connection, pod),
      );
    } catch (error) {
      if (!(error instanceof VolumeError)) {
        throw error;
      }
      await context.events.record(pod, {
        type: 'Warning',
        reason: 'FailedMount',
        message: `MountVolume.SetUp failed : ${error.message}`,
      });
      await sleep(context.retryMs, undefined, { signal });
    }
  }
}

function toRecords(pod: V1Pod): PodRecords {
  return {
    init: (pod.spec?.initContainers ?? []).map(toRecord),
    main: (pod.spec?.containers ?? []).map(toRecord),
  };
}

function recordAt(
  records: PodRecords,
  list: ContainerList,
  index: number,
): ContainerRecord {
  const record = (list === 'containers' ? records.main : records.init)[index];
  if (!record) {
    throw new Error(`The Pod has no ${list}[${index}]`);
  }
  return record;
}

function toRecord(container: V1Container): ContainerRecord {
  return {
    name: container.name,
    image: container.image ?? '',
    state: { waiting: { reason: 'PodInitializing' } },
    restartCount: 0,
  };
}
