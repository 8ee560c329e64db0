import type { Cluster, KubeObject } from '../../apiserver/cluster';
import { numberOf, recordOf } from '../json/read';
import { md5 } from '../text/md5';
import { microTimestamp, millisecondsOf } from '../text/time';
import { resources } from '../vocabulary/resources';

/** @internal */
export interface RecordedEvent {
  controller: string;
  type: 'Normal' | 'Warning';
  reason: string;
  note: string;
}

// Kubernetes keeps events for an hour.
const timeToLiveMs = 3_600_000;

/**
 * Writes events as `events.k8s.io/v1` does, which Kratix uses since commit 502c6f79: a repeat raises the
 * series' count instead of making a second event.
 * @internal
 */
export class EventRecorder {
  readonly #cluster: Cluster;
  #cancelSweep: () => void;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#cancelSweep = this.#scheduleSweep();
  }

  record(regarding: KubeObject, event: RecordedEvent): void {
    const key = {
      namespace: regarding.metadata.namespace ?? 'default',
      name: nameOf(regarding, event),
    };
    const time = microTimestamp(this.#cluster.clock.now());
    if (this.#cluster.get(resources.events, key)) {
      this.#cluster.mutate(resources.events, key, draft => {
        const count = numberOf(recordOf(draft.series).count) ?? 1;
        draft.series = { count: count + 1, lastObservedTime: time };
      });
      return;
    }
    this.#cluster.create(resources.events, {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: key,
      eventTime: time,
      reportingController: event.controller,
      reportingInstance: `${event.controller}-kratix-platform-controller-manager`,
      action: event.reason,
      reason: event.reason,
      type: event.type,
      note: event.note.slice(0, 1024),
      regarding: {
        apiVersion: regarding.apiVersion,
        kind: regarding.kind,
        ...(regarding.metadata.namespace && {
          namespace: regarding.metadata.namespace,
        }),
        name: regarding.metadata.name,
        uid: regarding.metadata.uid,
        resourceVersion: regarding.metadata.resourceVersion,
      },
    });
  }

  close(): void {
    this.#cancelSweep();
  }

  #scheduleSweep(): () => void {
    return this.#cluster.clock.after(timeToLiveMs / 6, () => {
      this.#sweep();
      this.#cancelSweep = this.#scheduleSweep();
    });
  }

  #sweep(): void {
    const oldest = this.#cluster.clock.now() - timeToLiveMs;
    for (const event of this.#cluster.list(resources.events)) {
      const seen =
        millisecondsOf(recordOf(event.series).lastObservedTime) ??
        millisecondsOf(event.eventTime) ??
        oldest;
      if (seen < oldest) {
        this.#cluster.delete(resources.events, {
          namespace: event.metadata.namespace,
          name: event.metadata.name,
        });
      }
    }
  }
}

function nameOf(regarding: KubeObject, event: RecordedEvent): string {
  const digest = md5(
    [
      regarding.metadata.uid,
      event.controller,
      event.type,
      event.reason,
      event.note,
    ].join('\u0000'),
  );
  return `${regarding.metadata.name}.${digest.slice(0, 16)}`;
}
