import {
  parsePromise,
  parseResourceRequest,
  type Collection,
  type KratixPromise,
  type Parsed,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A platform as configured, the only one. */
export const dev: Platform = {
  name: 'dev',
  title: 'Development',
  identity: 'impersonate',
  delivery: { mode: 'apply' },
  namespaces: [],
  catalogNamespace: 'default',
  defaultOwner: 'group:default/platform',
  isSandbox: false,
};

/** A Promise with an API of one field, `size`, as the cluster has it. */
export function promiseJson(name: string) {
  const kind = name[0]?.toLocaleUpperCase('en-US') + name.slice(1);
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name,
      uid: `uid-${name}`,
      resourceVersion: '1',
      generation: 1,
      labels: {} as Record<string, string>,
      annotations: {} as Record<string, string>,
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${name}s.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind, plural: `${name}s`, singular: name },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  properties: {
                    spec: {
                      type: 'object',
                      properties: { size: { type: 'string' } },
                    },
                  },
                },
              },
            },
          ],
        },
      } as unknown,
    },
    status: { status: 'Available', observedGeneration: 1 },
  };
}

export function promiseOf(json: unknown): KratixPromise {
  return valueOf(parsePromise(json));
}

/** A request to the Promise, which runs or is ready. */
export function requestTo(
  promise: KratixPromise,
  name: string,
  options: {
    phase?: 'Running' | 'Ready';
    resourceVersion?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
): ResourceRequest {
  const { api } = promise;
  if (!api) {
    throw new Error(`${promise.name} has no API`);
  }
  const isReady = options.phase !== 'Running';
  const condition = (type: string, reason: string) => ({
    type,
    reason,
    status: isReady ? 'True' : 'False',
    message: '',
  });
  return valueOf(
    parseResourceRequest(
      {
        apiVersion: `${api.group}/${api.version}`,
        kind: api.kind,
        metadata: {
          name,
          namespace: 'team-a',
          uid: `uid-${name}`,
          resourceVersion: options.resourceVersion ?? '1',
          generation: 1,
          labels: options.labels ?? {},
          annotations: options.annotations ?? {},
        },
        spec: { size: 'small' },
        status: {
          observedGeneration: 1,
          workflows: 1,
          workflowsSucceeded: isReady ? 1 : 0,
          workflowsFailed: 0,
          conditions: isReady
            ? [
                condition('ConfigureWorkflowCompleted', 'Done'),
                condition('WorksSucceeded', 'Done'),
                condition('Reconciled', 'Reconciled'),
              ]
            : [condition('ConfigureWorkflowCompleted', 'PipelinesInProgress')],
        },
      },
      { promiseName: promise.name, api },
    ),
  );
}

export function synced<T>(items: readonly T[]): Collection<T> {
  return { state: 'synced', items, confirmedAt: '2026-08-20T10:00:00Z' };
}

/** A snapshot in which everything is known. */
export function snapshotOf(
  promises: readonly KratixPromise[],
  requests: Record<string, Collection<ResourceRequest>> = {},
  parts: Partial<PlatformSnapshot> = {},
): PlatformSnapshot {
  return {
    platform: 'dev',
    promises: synced(promises),
    requests: new Map(Object.entries(requests)),
    bindings: synced([]),
    revisions: synced([]),
    destinations: synced([]),
    gitStateStores: synced([]),
    bucketStateStores: synced([]),
    namespaces: synced([]),
    problems: [],
    ...parts,
  };
}

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(`A fixture does not parse: ${parsed.problem.message}`);
  }
  return parsed.value;
}
