import type { KubeObject } from '../cluster';
import type { Column } from '../tables/Column';
import { ageOf, nameColumn } from '../tables/commonColumns';
import { child, text } from './readCell';

/**
 * The columns of `kubectl get events`, of both event APIs.
 * Source: kubernetes/pkg/printers/internalversion/printers.go, `printEvent`.
 * @internal
 */
export const eventColumns: Column[] = [
  column(
    'Last Seen',
    'The time at which the most recent occurrence of this event was recorded.',
    (event, now) => ageOf(lastSeen(event), now),
  ),
  column(
    'Type',
    'Type of this event (Normal, Warning), new types could be added in the future',
    event => text(event.type),
  ),
  column(
    'Reason',
    "This should be a short, machine understandable string that gives the reason for the transition into the object's current status.",
    event => text(event.reason),
  ),
  column('Object', 'The object that this event is about.', event => {
    const about = regarding(event);
    return `${text(about.kind).toLowerCase()}/${text(about.name)}`;
  }),
  column(
    'Subobject',
    'If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go field access statement, such as desiredState.manifest.containers[2]. For example, if the object reference is to a container within a pod, this would take on a value like: "spec.containers{name}" (where "name" refers to the name of the container that triggered the event) or if no container name is specified "spec.containers[2]" (container with index 2 in this pod). This syntax is chosen only to have some well-defined way of referencing a part of an object.',
    event => text(regarding(event).fieldPath),
    1,
  ),
  column(
    'Source',
    'The component reporting this event. Should be a short machine understandable string.',
    sourceOf,
    1,
  ),
  column(
    'Message',
    'A human-readable description of the status of this operation.',
    event => text(event.message ?? event.note).trim(),
  ),
  column(
    'First Seen',
    'The time at which the event was first recorded. (Time of server receipt is in TypeMeta.)',
    (event, now) => ageOf(firstSeen(event), now),
    1,
  ),
  column(
    'Count',
    'The number of times this event has occurred.',
    event =>
      Number(
        child(event, 'series').count ??
          event.count ??
          event.deprecatedCount ??
          1,
      ),
    1,
  ),
  { ...nameColumn, priority: 1 },
];

function column(
  name: string,
  description: string,
  cell: (object: KubeObject, now: number) => unknown,
  priority = 0,
): Column {
  return { name, type: 'string', description, priority, cell };
}

function regarding(event: KubeObject) {
  return child(event, 'involvedObject', 'regarding');
}

function firstSeen(event: KubeObject): string {
  return (
    text(event.firstTimestamp ?? event.deprecatedFirstTimestamp) ||
    text(event.eventTime)
  );
}

function lastSeen(event: KubeObject): string {
  return (
    text(child(event, 'series').lastObservedTime) ||
    text(event.lastTimestamp ?? event.deprecatedLastTimestamp) ||
    firstSeen(event)
  );
}

/** The component and, when it says so, which of its instances. */
function sourceOf(event: KubeObject): string {
  const source = child(event, 'source', 'deprecatedSource');
  const component =
    text(source.component) ||
    text(event.reportingComponent ?? event.reportingController);
  const instance = text(source.host) || text(event.reportingInstance);
  return instance === '' ? component : `${component}, ${instance}`;
}
