import type { z } from 'zod';
import type { ObjectIdentity, Parsed, Problem } from '../model';
import { bounds, cutText } from './reading/bounds';
import {
  count,
  isObject,
  readField,
  timestamp,
  word,
} from './reading/readField';
import { readStringMap } from './reading/readStringMap';
import { tell, type Told } from '../wording';

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
    return failed(
      'not-an-object',
      tell('problem.notObject', { expected: expected.kind }),
    );
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
      describeName(name, expected.kind),
      'metadata.name',
    );
  }
  if (expected.scope === 'Namespaced' && !isDnsLabel(namespace)) {
    return failed(
      'no-usable-namespace',
      describeNamespace(namespace, expected.kind, name),
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
      ...(typeof json.kind === 'string'
        ? tell('problem.wrongKind', {
            expected: expected.kind,
            found: cutText(json.kind, 100),
          })
        : tell('problem.wrongKindUnreadable', { expected: expected.kind })),
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
        ...describeGroup(json.apiVersion, expected.kind, expected.group),
        path: 'apiVersion',
      };
}

function describeGroup(found: unknown, kind: string, group: string): Told {
  const params = { expected: kind, group };
  return typeof found === 'string'
    ? tell('problem.wrongGroup', { ...params, found: cutText(found, 100) })
    : tell('problem.wrongGroupUnreadable', params);
}

function describeName(found: unknown, kind: string): Told {
  return typeof found === 'string'
    ? tell('problem.unusableName', { kind, found: cutText(found, 100) })
    : tell('problem.noName', { kind });
}

function describeNamespace(found: unknown, kind: string, name: string): Told {
  return typeof found === 'string'
    ? tell('problem.unusableNamespace', {
        kind,
        name,
        found: cutText(found, 100),
      })
    : tell('problem.noNamespace', { kind, name });
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

function failed(
  code: string,
  told: Pick<Problem, 'message' | 'wording'>,
  path?: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, ...told, ...(path && { path }) } };
}
