import type { EventEntry } from '../contracts/delivery';
import type { ClusterEvent } from '../model';
import { isNoise } from './describeEvent';

/**
 * Events for a person: those that say the same of the same are one, the newest first. What Kubernetes counts
 * as one event with a series already is (docs/kratix-observed.md, "Events").
 * @public
 */
export function foldEvents(events: readonly ClusterEvent[]): EventEntry[] {
  const folded = new Map<string, ClusterEvent>();
  const seen = new Set<string>();
  for (const event of events) {
    if (event.uid === '' || !seen.has(event.uid)) {
      seen.add(event.uid);
      const key = keyOf(event);
      const earlier = folded.get(key);
      folded.set(key, earlier ? join(earlier, event) : event);
    }
  }
  return [...folded].map(toEntry).sort(compareEntries);
}

function keyOf({ type, reason, message, subject }: ClusterEvent): string {
  const { kind, namespace = '', name } = subject;
  return JSON.stringify([type, reason, message, kind, namespace, name]);
}

function join(one: ClusterEvent, other: ClusterEvent): ClusterEvent {
  const firstAt = earliest(one.firstAt, other.firstAt);
  const lastAt = latest(one.lastAt, other.lastAt);
  return {
    ...one,
    count: one.count + other.count,
    ...(firstAt && { firstAt }),
    ...(lastAt && { lastAt }),
  };
}

function toEntry([id, event]: [string, ClusterEvent]): EventEntry {
  const { subject, uid: _, ...rest } = event;
  const { kind, namespace, name } = subject;
  return {
    id,
    ...rest,
    subject: { kind, name, ...(namespace && { namespace }) },
    isNoise: isNoise(event),
  };
}

// Times have whole seconds or microseconds (eventTime), so they are compared as times and not as texts.
function timeOf(text: string | undefined): number {
  return text ? Date.parse(text) : 0;
}

function earliest(one: string | undefined, other: string | undefined) {
  return other && (!one || timeOf(other) < timeOf(one)) ? other : one;
}

function latest(one: string | undefined, other: string | undefined) {
  return timeOf(other) > timeOf(one) ? other : one;
}

function compareEntries(one: EventEntry, other: EventEntry): number {
  return (
    timeOf(other.lastAt) - timeOf(one.lastAt) || (one.id < other.id ? -1 : 1)
  );
}
