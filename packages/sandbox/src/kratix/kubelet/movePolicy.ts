import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { at, numberOf, textOf } from '../json/read';
import { millisecondsOf } from '../text/time';
import type { ContainerPlay } from './containerPlay';
import type { MovePolicy } from './nextMove';

/** What a Pod and its Job say about restarts and times. @internal */
export function readMovePolicy(
  { cluster, settings }: KratixContext,
  pod: KubeObject,
): Omit<MovePolicy, 'restartsLeft'> {
  return {
    restarts: textOf(at(pod.spec, 'restartPolicy')) !== 'Never',
    crashBackoffMs: settings.crashBackoffMs,
    startupMs: 250,
    podStartedMs:
      millisecondsOf(at(pod.status, 'startTime')) ?? cluster.clock.now(),
  };
}

/** Restarts of all containers that the Job's backoff limit still allows. @internal */
export function restartsLeft(
  job: KubeObject,
  plays: readonly ContainerPlay[],
): number {
  const limit = numberOf(at(job.spec, 'backoffLimit')) ?? 6;
  return limit - plays.reduce((sum, { restarts }) => sum + restarts, 0);
}
