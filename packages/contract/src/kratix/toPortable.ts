import { parseAllDocuments } from 'yaml';
import { normalise } from '../conversation';
import { nameObjects } from './nameObjects';
import type { Manifest } from './Manifest';
import { jobSpec, jobStatus, podStatus } from './shapeJob';
import { unzipContent } from './unzipContent';

/**
 * Objects without what differs from run to run and from platform to platform: what is left, a portal may
 * count on.
 * @internal
 */
export function toPortable(objects: readonly Manifest[]): unknown[] {
  const others = objects.filter(({ kind }) => kind !== 'Event');
  const rename = nameObjects(others);
  const events = objects
    .filter(({ kind }) => kind === 'Event')
    .map(event => rename(describeEvent(event)))
    .filter(event => !NOISE.test(event));
  return [
    ...others
      .map(object => rename(shape(object)))
      .sort((a, b) => keyOf(a).localeCompare(keyOf(b))),
    { kind: 'Events', events: [...new Set(events)].sort() },
  ];
}

function keyOf(object: unknown): string {
  const { kind, metadata } = object as Manifest;
  return `${kind}/${metadata.name}`;
}

function shape(object: Manifest): unknown {
  const reduced = {
    ...object,
    metadata: shapeMetadata(object),
    ...(object.kind === 'Job' && { spec: jobSpec(object) }),
    ...(object.kind === 'Job' && { status: jobStatus(object) }),
    ...(object.kind === 'Pod' && {
      spec: undefined,
      status: podStatus(object),
    }),
    ...(object.kind === 'CustomResourceDefinition' && { status: undefined }),
    ...(object.kind === 'WorkPlacement' && {
      // Only the write that changed something has one, and Kratix writes more than once.
      status: { ...object.status, versionID: undefined },
    }),
  };
  return normalise(unpack(JSON.parse(JSON.stringify(reduced))));
}

function shapeMetadata({ kind, metadata }: Manifest): unknown {
  const { name, namespace, generation, labels, annotations } = metadata;
  return {
    name,
    namespace,
    // Elsewhere it counts Kratix's own writes, which no two runs repeat.
    ...(kind === 'App' && { generation }),
    labels: without(labels, key => UNSTABLE.test(key)),
    annotations: {
      ...without(annotations, key => NOT_KRATIX.test(key)),
      // Not in a form that is taken for a time elsewhere.
      ...(annotations?.[LAST_UPDATED] && { [LAST_UPDATED]: '<time>' }),
    },
    finalizers: [
      ...((metadata as { finalizers?: string[] }).finalizers ?? []),
    ].sort(),
    ownerReferences: metadata.ownerReferences?.map(({ uid, ...rest }) => rest),
    deletionTimestamp: metadata.deletionTimestamp,
  };
}

const LAST_UPDATED = 'kratix.io/last-updated-at';
const UNSTABLE =
  /^(kratix\.io\/hash|controller-uid|batch\.kubernetes\.io\/controller-uid)$/;
const NOT_KRATIX = /^(sandbox\.kratix-portal\.io|kubectl\.kubernetes\.io)\//;

function without(
  record: Readonly<Record<string, string>> | undefined,
  isDropped: (key: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record ?? {}).filter(([key]) => !isDropped(key)),
  );
}

/** Sorts conditions and health records, whose order is chance, and reads what Works carry. */
function unpack(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => unpack(item));
    const nameOf = key === undefined ? undefined : SORTED_BY[key];
    return nameOf
      ? items.sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
      : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, unpack(child, name)]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  return key === 'content' ? read(value) : sortNames(key, value);
}

/** Messages list Works in whatever order they came. */
function sortNames(key: string | undefined, text: string): string {
  return key === 'message'
    ? text.replace(
        /\[([^\]]+)\]$/,
        (_, names: string) => `[${names.split(',').sort().join()}]`,
      )
    : text;
}

const SORTED_BY: Readonly<Record<string, (item: unknown) => string>> = {
  conditions: item => String((item as { type?: unknown }).type),
  healthRecords: item =>
    String((item as { source?: { name?: unknown } }).source?.name),
};

/** What is YAML is compared as YAML: how its writer indents is nobody's business. */
function read(content: string): unknown {
  const text = unzipContent(content);
  if (text.startsWith('#')) {
    return text;
  }
  return parseAllDocuments(text).map(document => document.toJS() as unknown);
}

/** Not the note: of events that repeat, the API server keeps the first one's. */
function describeEvent(event: Manifest): string {
  const { type, reason, involvedObject } = event as unknown as {
    type: string;
    reason: string;
    involvedObject: { kind: string; name: string };
  };
  return [`${involvedObject.kind}/${involvedObject.name}`, type, reason].join(
    ' | ',
  );
}

/** Told at every look, so that how often is chance. */
const NOISE =
  /\| (ReconcileStarted|WorkplacementReconciled|AllWorkplacementsScheduled)$/;
