import type { z } from 'zod';
import type { ObjectIdentity, Parsed, Problem } from '../model';
import { bounds, cutText } from './bounds';
import { count, isObject, readField, timestamp, word } from './readField';
import { readStringMap } from './readStringMap';

/**
 * What an object must be before anything else of it is read.
 * @internal
 */
export interface ExpectedObject {
  /** Its kind, for messages; checked when the object names one (items of a list may leave it out). */
  readonly kind: string;
  /** API group, checked likewise. */
  readonly group?: string;
  readonly scope: 'Namespaced' | 'Cluster';
}

/** @internal */
export interface ParsedIdentity {
  readonly identity: ObjectIdentity;
  /** Empty for a cluster-scoped object. */
  readonly namespace: string;
  readonly json: Record<string, unknown>;
}

/**
 * Reads `metadata`. This is the only part without which an object is given up. `uid` and
 * `resourceVersion` are empty for an object that comes from a file and not from a cluster.
 * @internal
 */
export function parseIdentity(
  json: unknown,
  expected: ExpectedObject,
): Parsed<ParsedIdentity> {
  if (!isObject(json)) {
    return failed('not-an-object', `This is not a ${expected.kind} object.`);
  }
  const mismatch = findTypeMismatch(json, expected);
  if (mismatch) {
    return { ok: false, problem: mismatch };
  }
  const metadata = isObject(json.metadata) ? json.metadata : {};
  const { name, namespace } = metadata;
  if (!isDnsSubdomain(name)) {
    return failed(
      'no-usable-name',
      `This ${expected.kind} has no usable metadata.name${quoted(name)}.`,
      'metadata.name',
    );
  }
  if (expected.scope === 'Namespaced' && !isDnsLabel(namespace)) {
    return failed(
      'no-usable-namespace',
      `${expected.kind} "${name}" has no usable metadata.namespace${quoted(
        namespace,
      )}.`,
      'metadata.namespace',
    );
  }
  const problems: Problem[] = [];
  return {
    ok: true,
    problems,
    value: {
      json,
      namespace:
        expected.scope === 'Namespaced' && typeof namespace === 'string'
          ? namespace
          : '',
      identity: readMetadata(name, metadata, problems),
    },
  };
}

/**
 * Names of namespaces and of platforms.
 * @internal
 */
export function isDnsLabel(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 63 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value)
  );
}

function isDnsSubdomain(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    value.split('.').every(isDnsLabel)
  );
}

function findTypeMismatch(
  json: Record<string, unknown>,
  expected: ExpectedObject,
): Problem | undefined {
  if (json.kind !== undefined && json.kind !== expected.kind) {
    return {
      code: 'wrong-kind',
      message: `This is not a ${expected.kind}: its kind is${quoted(
        json.kind,
      )}.`,
      path: 'kind',
    };
  }
  if (json.apiVersion === undefined || expected.group === undefined) {
    return undefined;
  }
  const group =
    typeof json.apiVersion === 'string' && json.apiVersion.includes('/')
      ? json.apiVersion.split('/')[0]
      : '';
  return group === expected.group
    ? undefined
    : {
        code: 'wrong-group',
        message: `This is not a ${expected.kind} of ${
          expected.group
        }: its apiVersion is${quoted(json.apiVersion)}.`,
        path: 'apiVersion',
      };
}

function readMetadata(
  name: string,
  metadata: Record<string, unknown>,
  problems: Problem[],
): ObjectIdentity {
  const read = <T>(schema: z.ZodType<T>, key: string) =>
    readField(schema, metadata[key], `metadata.${key}`, problems);
  const generation = read(count, 'generation');
  const createdAt = read(timestamp, 'creationTimestamp');
  const deletedAt = read(timestamp, 'deletionTimestamp');
  return {
    name,
    uid: read(word, 'uid') ?? '',
    resourceVersion: read(word, 'resourceVersion') ?? '',
    ...(generation !== undefined && { generation }),
    ...(createdAt && { createdAt }),
    ...(deletedAt && { deletedAt }),
    labels: readStringMap(metadata.labels, 'metadata.labels', problems, {
      entries: bounds.labels,
      valueLength: 63,
    }),
    annotations: readStringMap(
      metadata.annotations,
      'metadata.annotations',
      problems,
      { entries: bounds.annotations, valueLength: bounds.annotationLength },
    ),
  };
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? ` "${cutText(value, 100)}"` : '';
}

function failed(
  code: string,
  message: string,
  path?: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, message, ...(path && { path }) } };
}
