import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApiException,
  makeInformer,
  type V1Node,
  type V1Pod,
} from '@kubernetes/client-node';
import type { CertificateAuthority } from '../certificates/CertificateAuthority';
import { orUndefined } from './ClusterReader';
import type { KubeletContext } from './KubeletContext';
import { describeMissingLog } from './describeMissingLog';
import { startLogServer, type FindLog } from './startLogServer';
import { startPodRun, type PodRun } from './startPodRun';

/**
 * The node of this machine: runs every Pod of the cluster as host processes.
 *
 * @internal
 */
export interface Kubelet {
  stop(): Promise<void>;
}

/**
 * Registers the node and runs what appears. There is no scheduler, so the
 * kubelet also binds each Pod to itself, its only node.
 *
 * @internal
 */
export async function startKubelet(options: {
  context: KubeletContext;
  authority: CertificateAuthority;
}): Promise<Kubelet> {
  const { context } = options;
  const { core, kubeConfig } = context.connection;
  await mkdir(context.folder, { recursive: true });
  const runs = new Map<string, PodRun>();
  const logServer = await startLogServer(
    options.authority,
    createFindLog(runs),
    context.clock,
  );
  await core.createNode({
    body: buildNode(context.nodeName, logServer.port, context.clock()),
  });

  const onPod = (pod: V1Pod) => {
    void reconcilePod(pod, runs, context).catch(error =>
      context.report(`Pod ${pod.metadata?.name} could not be handled`, error),
    );
  };
  const informer = makeInformer(kubeConfig, '/api/v1/pods', () =>
    core.listPodForAllNamespaces(),
  );
  const state = { isStopped: false };
  informer.on('add', onPod);
  informer.on('update', onPod);
  informer.on('delete', pod => {
    const uid = pod.metadata?.uid ?? '';
    const run = runs.get(uid);
    runs.delete(uid);
    // Removed behind our back, or by ourselves: either way nothing may go on.
    void run?.stop(0).then(() => run.removeFiles());
  });
  informer.on('error', async () => {
    await sleep(500);
    if (!state.isStopped) {
      await informer.start();
    }
  });
  await informer.start();

  return {
    async stop() {
      state.isStopped = true;
      await informer.stop();
      await Promise.all([...runs.values()].map(run => run.stop(0)));
      await logServer.close();
    },
  };
}

async function reconcilePod(
  pod: V1Pod,
  runs: Map<string, PodRun>,
  context: KubeletContext,
): Promise<void> {
  const uid = pod.metadata?.uid ?? '';
  const run = runs.get(uid);
  if (pod.metadata?.deletionTimestamp) {
    await removePod(pod, run, context);
    return;
  }
  if (!pod.spec?.nodeName) {
    await bindPod(pod, context);
    return;
  }
  const isOver =
    pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
  if (pod.spec.nodeName === context.nodeName && !run && !isOver) {
    runs.set(uid, startPodRun(pod, context));
  }
}

async function bindPod(pod: V1Pod, context: KubeletContext): Promise<void> {
  const { name = '', namespace = 'default' } = pod.metadata ?? {};
  try {
    await context.connection.core.createNamespacedPodBinding({
      name,
      namespace,
      body: {
        metadata: { name, uid: pod.metadata?.uid },
        target: { kind: 'Node', name: context.nodeName },
      },
    });
  } catch (error) {
    // 409: bound already, by the answer to an earlier event.
    if (!(error instanceof ApiException && [404, 409].includes(error.code))) {
      throw error;
    }
  }
}

/** The API server keeps a bound Pod until its node says that it has ended. */
async function removePod(
  pod: V1Pod,
  run: PodRun | undefined,
  context: KubeletContext,
): Promise<void> {
  const { name = '', namespace = 'default', uid } = pod.metadata ?? {};
  await run?.stop((pod.metadata?.deletionGracePeriodSeconds ?? 30) * 1000);
  await orUndefined(
    context.connection.core.deleteNamespacedPod({
      name,
      namespace,
      body: { gracePeriodSeconds: 0, preconditions: { uid } },
    }),
  );
}

function createFindLog(runs: ReadonlyMap<string, PodRun>): FindLog {
  return where => {
    const run = [...runs.values()].find(
      ({ pod }) =>
        pod.metadata?.name === where.pod &&
        pod.metadata?.namespace === where.namespace,
    );
    const log = run?.findLog(where.container, where.previous);
    if (log) {
      return { ok: true, log };
    }
    const reason = run?.waitingReason(where.container);
    return { ok: false, message: describeMissingLog(where, reason) };
  };
}

function buildNode(name: string, logPort: number, now: Date): V1Node {
  return {
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' },
    },
    status: {
      // No host name: the API server would prefer it, and no DNS knows it.
      addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
      daemonEndpoints: { kubeletEndpoint: { Port: logPort } },
      capacity: { cpu: '8', memory: '16Gi', pods: '1000' },
      allocatable: { cpu: '8', memory: '16Gi', pods: '1000' },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'this node runs Pods as processes',
          lastHeartbeatTime: now,
          lastTransitionTime: now,
        },
      ],
    },
  };
}
