import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { writeStatus } from '../adapter/writeStatus';
import { writeWork } from '../adapter/writeWork';
import { settledAgeMs } from '../age';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey, isOf, keyOf, ownKey } from '../controller/keys';
import { at, numberOf, textOf } from '../json/read';
import { changeStatus } from '../status';
import { millisecondsOf, timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { jobState } from '../workflow/jobFacts';
import { buildPod } from './buildPod';
import { countDeletedPods, countPod, jobsOfGonePod } from './countPods';
import {
  markJobComplete,
  markJobFailed,
  markJobStarted,
  markJobSuspended,
} from './jobStatus';
import { podBackoffMs, podsOf, siblingJobs } from './jobPods';
import type { JobSubject } from './JobSubject';
import { findJobSubject } from './JobSubject';
import { PodMemory } from './PodMemory';
import type { PodOutcome } from './PodPlayer';
import { PodPlayer } from './PodPlayer';

/**
 * Plays what Kubernetes does with Kratix's Jobs: the Job controller and a kubelet in one. Jobs of others
 * are left alone.
 * @internal
 */
export class Kubelet implements Reconciler {
  readonly name = 'kubelet';
  readonly #context: KratixContext;
  readonly #memory = new PodMemory();

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return isOf(event, resources.pods)
      ? jobsOfGonePod(event)
      : ownKey(event, resources.jobs);
  }

  reconcile(key: string): number | undefined {
    countDeletedPods(this.#context, fromKey(key));
    const job = this.#context.cluster.get(resources.jobs, fromKey(key));
    if (
      !job ||
      job.metadata.deletionTimestamp ||
      jobState(job) !== 'running' ||
      job.metadata.labels?.[labels.managedBy] !== 'Kratix'
    ) {
      return undefined;
    }
    if (at(job.spec, 'suspend') === true) {
      this.#suspend(job);
      return undefined;
    }
    const subject = findJobSubject(this.#context, job);
    return subject && this.#run(subject);
  }

  #run(subject: JobSubject): number | undefined {
    const { cluster } = this.#context;
    const ageMs = this.#ageMs(subject);
    const startMs = this.#startMs(subject, ageMs);
    const job = changeStatus(cluster, resources.jobs, subject.job, status =>
      markJobStarted(status, startMs),
    );
    const pods = podsOf(this.#context, job);
    const active = pods.find(
      pod =>
        at(pod.status, 'phase') !== 'Failed' && !pod.metadata.deletionTimestamp,
    );
    const failed = pods.filter(pod => at(pod.status, 'phase') === 'Failed');
    const isInstant = ageMs !== undefined;
    const waitMs =
      active || isInstant ? 0 : podBackoffMs(this.#context, failed);
    if (waitMs > 0) {
      return waitMs;
    }
    const pod = active ?? this.#createPod(job, { startMs, count: pods.length });
    const outcome = new PodPlayer(
      {
        context: this.#context,
        memory: this.#memory,
        runAdapter: (about, step, nowMs) => this.#adapt(about, step, nowMs),
      },
      { ...subject, job },
      {
        pod,
        isInstant,
        earlierAttempts: failed.length,
      },
    ).play();
    return this.#conclude(job, { pod, failedPods: failed.length, outcome });
  }

  #conclude(
    job: KubeObject,
    result: { pod: KubeObject; failedPods: number; outcome: PodOutcome },
  ): number | undefined {
    const { cluster } = this.#context;
    const { outcome, pod } = result;
    if (outcome.kind === 'waiting') {
      return outcome.untilMs === undefined
        ? undefined
        : outcome.untilMs - cluster.clock.now();
    }
    countPod(this.#context, pod);
    if (outcome.kind === 'succeeded') {
      changeStatus(cluster, resources.jobs, job, status =>
        markJobComplete(status, outcome.atMs),
      );
      return undefined;
    }
    const failedPods = result.failedPods + 1;
    const keepsPods = textOf(at(pod.spec, 'restartPolicy')) === 'Never';
    const limit = numberOf(at(job.spec, 'backoffLimit')) ?? 6;
    if (keepsPods && failedPods <= limit) {
      return 1;
    }
    // With OnFailure the Job controller removes the Pod, and its logs with it.
    if (!keepsPods) {
      cluster.delete(resources.pods, keyOf(pod));
    }
    changeStatus(cluster, resources.jobs, job, status =>
      markJobFailed(status, outcome.atMs, failedPods),
    );
    return undefined;
  }

  #adapt(subject: JobSubject, step: string, nowMs: number): readonly string[] {
    // The object may have changed since the Pod started; the containers read it afresh.
    const fresh = findJobSubject(this.#context, subject.job) ?? subject;
    switch (step) {
      case 'work-writer':
        return writeWork(this.#context, fresh, nowMs);
      case 'status-writer':
        return writeStatus(this.#context, fresh, nowMs);
      default:
        return [];
    }
  }

  #suspend(job: KubeObject): void {
    const { cluster } = this.#context;
    for (const pod of podsOf(this.#context, job)) {
      this.#memory.forget(pod.metadata.uid);
      countPod(this.#context, pod);
      cluster.delete(resources.pods, keyOf(pod));
    }
    changeStatus(cluster, resources.jobs, job, status =>
      markJobSuspended(status, cluster.clock.now()),
    );
  }

  #createPod(
    job: KubeObject,
    { startMs, count }: { startMs: number; count: number },
  ): KubeObject {
    const { cluster, settings } = this.#context;
    const suffix = seededHex(settings, 'pod', job.metadata.name, count).slice(
      0,
      5,
    );
    const pod = cluster.create(resources.pods, buildPod(job, suffix));
    return changeStatus(cluster, resources.pods, pod, status => {
      status.phase = 'Pending';
      status.startTime = timestamp(startMs);
    });
  }

  #ageMs(subject: JobSubject): number | undefined {
    return settledAgeMs(this.#context.settings, subject.behaviour, {
      owner: subject.owner,
      jobs: siblingJobs(this.#context, subject),
    });
  }

  #startMs(subject: JobSubject, ageMs: number | undefined): number {
    const nowMs = this.#context.cluster.clock.now();
    if (ageMs === undefined) {
      return nowMs;
    }
    const ends = siblingJobs(this.#context, subject).map(
      job => millisecondsOf(at(job.status, 'completionTime')) ?? 0,
    );
    return Math.max(nowMs - ageMs, ...ends);
  }
}
