import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Container, V1Pod } from '@kubernetes/client-node';
import { readClusterFor } from './ClusterReader';
import { openContainerLog, type ContainerLog } from './ContainerLog';
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
  const records: PodRecords = {
    init: (pod.spec?.initContainers ?? []).map(toRecord),
    main: (pod.spec?.containers ?? []).map(toRecord),
  };
  const reporter = createStatusReporter(pod, records, context);
  const logs = new Map<string, ContainerLog>();

  const run = async (
    container: V1Container,
    record: ContainerRecord | undefined,
    list: 'initContainers' | 'containers',
    volumeFolders: ReadonlyMap<string, string>,
  ) => {
    if (!record) {
      throw new Error(`No record of container ${container.name}`);
    }
    await runContainer({
      pod,
      container,
      record,
      fieldPath: `spec.${list}{${container.name}}`,
      volumeFolders,
      podFolder,
      openLog(restartCount) {
        const path = join(podFolder, 'logs', container.name, `${restartCount}`);
        const log = openContainerLog(path, context.clock);
        logs.set(logKey(container.name, restartCount), log);
        return log;
      },
      report: reporter.report,
      context,
      signal: abort.signal,
    });
    return record.state.terminated?.exitCode === 0;
  };

  const live = async () => {
    reporter.report();
    const folders = await waitForVolumes(pod, podFolder, context, abort.signal);
    for (const [index, container] of (
      pod.spec?.initContainers ?? []
    ).entries()) {
      const record = records.init[index];
      if (!(await run(container, record, 'initContainers', folders))) {
        return;
      }
    }
    const results = await Promise.allSettled(
      (pod.spec?.containers ?? []).map((container, index) =>
        run(container, records.main[index], 'containers', folders),
      ),
    );
    // Not `Promise.all`: the Pod is over when its last container is.
    const failed = results.find(result => result.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
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
    findLog(container, previous) {
      const record = [...records.init, ...records.main].find(
        r => r.name === container,
      );
      const latest = latestRestart(logs, container);
      const restart = previous ? latest - 1 : latest;
      return record && logs.get(logKey(container, restart));
    },
    async stop(gracePeriodMs) {
      abort.abort(gracePeriodMs);
      await finished;
    },
    removeFiles: () => rm(podFolder, { recursive: true, force: true }),
  };
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

function toRecord(container: V1Container): ContainerRecord {
  return {
    name: container.name,
    image: container.image ?? '',
    state: { waiting: { reason: 'PodInitializing' } },
    restartCount: 0,
  };
}

function logKey(container: string, restartCount: number): string {
  return `${container}/${restartCount}`;
}

function latestRestart(
  logs: ReadonlyMap<string, ContainerLog>,
  container: string,
): number {
  let latest = 0;
  while (logs.has(logKey(container, latest + 1))) {
    latest += 1;
  }
  return latest;
}
