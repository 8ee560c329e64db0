import type { JsonObject } from '@backstage/types';
import { isObject } from '../kubernetes/reading/readField';
import type { PromiseApi } from '../model';

/**
 * A request with another `spec`: everything else that somebody wrote into it stays, and what only the server
 * writes goes.
 * @public
 */
export function mergeIntoRequest(
  request: JsonObject,
  api: Pick<PromiseApi, 'group' | 'version' | 'kind' | 'schema'>,
  spec: JsonObject,
): JsonObject {
  const { status: _, spec: before, metadata, ...rest } = request;
  const isAsked = (before !== undefined && before !== null) || !isHollow(spec);
  return {
    ...rest,
    apiVersion: `${api.group}/${api.version}`,
    kind: api.kind,
    metadata: withoutServerFields(isObject(metadata) ? metadata : {}),
    ...(isAsked && { spec }),
  };
}

/** Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/, "Read-only". */
const serverFields = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

function withoutServerFields(metadata: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !serverFields.has(key)),
  ) as JsonObject;
}

/** What a form leaves behind untouched: objects and lists around nothing. */
function isHollow(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(isHollow)
  );
}
