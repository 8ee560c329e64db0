import {
  ApiException,
  PatchStrategy,
  setHeaderOptions,
  type V1Pod,
  type V1PodStatus,
} from '@kubernetes/client-node';
import type { KubeletContext } from './KubeletContext';
import { buildPodStatus, type PodRecords } from './podStatus';

/**
 * Sends the status of one Pod, every state in its turn: a state that lasted for
 * a moment only was still there.
 *
 * @internal
 */
export interface StatusReporter {
  /** Takes the status as it is now and sends it after the ones before. */
  report(): void;
  /** When everything that was taken is sent. */
  settled(): Promise<void>;
}

/**
 * Makes the reporter of a Pod.
 *
 * @internal
 */
export function createStatusReporter(
  pod: V1Pod,
  records: PodRecords,
  context: KubeletContext,
): StatusReporter {
  const startTime = context.clock();
  const state: { last?: V1PodStatus; queue: Promise<void> } = {
    queue: Promise.resolve(),
  };
  return {
    report() {
      const status = buildPodStatus(pod, records, {
        startTime,
        now: context.clock(),
        before: state.last,
      });
      state.last = status;
      state.queue = state.queue
        .then(() => send(pod, status, context))
        .catch(error =>
          context.report(
            `The status of Pod ${pod.metadata?.name} was not taken`,
            error,
          ),
        );
    },
    settled: () => state.queue,
  };
}

async function send(
  pod: V1Pod,
  status: V1PodStatus,
  context: KubeletContext,
): Promise<void> {
  const { name = '', namespace = 'default', uid } = pod.metadata ?? {};
  try {
    await context.connection.core.patchNamespacedPodStatus(
      { name, namespace, body: { metadata: { uid }, status } },
      setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
    );
  } catch (error) {
    // 404 and 409: the Pod is gone, or another one has its name by now.
    const isGone =
      error instanceof ApiException &&
      (error.code === 404 || error.code === 409);
    if (!isGone) {
      throw error;
    }
  }
}
