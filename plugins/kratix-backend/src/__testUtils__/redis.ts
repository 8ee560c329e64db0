import {
  parsePromise,
  parseResourceRequest,
  type Collection,
  type ConnectionProblem,
  type KratixPromise,
  type Parsed,
  type Platform,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A platform as configured. */
export function platformNamed(name: string): Platform {
  return {
    name,
    title: name === 'dev' ? 'Development' : name,
    identity: 'impersonate',
    delivery: { mode: 'apply' },
    namespaces: [],
    catalogNamespace: name,
    defaultOwner: 'group:default/platform',
    isSandbox: false,
  };
}

/** A Promise as Kratix main of August 2026 reports it (kratix-domain, appendix A). */
export function redisPromise(): KratixPromise {
  return valueOf(
    parsePromise({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: {
        name: 'redis',
        uid: '9b1d1f0c',
        resourceVersion: '11',
        generation: 1,
        labels: { 'kratix.io/promise-version': 'v0.2.0' },
      },
      spec: {
        api: {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          metadata: { name: 'redis.marketplace.kratix.io' },
          spec: {
            group: 'marketplace.kratix.io',
            scope: 'Namespaced',
            names: { kind: 'Redis', plural: 'redis', singular: 'redis' },
            versions: [
              {
                name: 'v1alpha1',
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
        },
      },
      status: { status: 'Available', observedGeneration: 1 },
    }),
  );
}

/** A request that is set up, and delivered unless told otherwise (kratix-domain, appendix B). */
export function redisRequest(
  namespace: string,
  name: string,
  annotations: Record<string, string> = {},
  delivered: 'True' | 'Unknown' = 'True',
): ResourceRequest {
  return valueOf(
    parseResourceRequest(
      {
        apiVersion: 'marketplace.kratix.io/v1alpha1',
        kind: 'Redis',
        metadata: {
          name,
          namespace,
          uid: `uid-${namespace}-${name}`,
          resourceVersion: '12',
          generation: 1,
          labels: { 'kratix.io/promise-name': 'redis' },
          annotations,
        },
        spec: { size: 'small' },
        status: {
          message: 'Resource requested',
          observedGeneration: 1,
          workflows: 1,
          workflowsSucceeded: 1,
          workflowsFailed: 0,
          endpoint: 'redis.team-a:6379',
          conditions: [
            condition(
              'ConfigureWorkflowCompleted',
              'PipelinesExecutedSuccessfully',
            ),
            {
              ...condition('WorksSucceeded', 'WorksSucceeded'),
              status: delivered,
            },
            condition('Reconciled', 'Reconciled'),
          ],
        },
      },
      {
        promiseName: 'redis',
        api: {
          group: 'marketplace.kratix.io',
          version: 'v1alpha1',
          kind: 'Redis',
          plural: 'redis',
        },
      },
    ),
  );
}

/** A collection that the cluster has confirmed, or that it confirmed before the problem. */
export function synced<T>(
  items: readonly T[],
  problem?: ConnectionProblem,
): Collection<T> {
  return {
    state: 'synced',
    items,
    confirmedAt: '2026-08-20T10:00:00Z',
    ...(problem && { problem }),
  };
}

function condition(type: string, reason: string) {
  return {
    type,
    reason,
    status: 'True',
    message: '',
    lastTransitionTime: '2026-08-20T10:00:00Z',
  };
}

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(`A fixture does not parse: ${parsed.problem.message}`);
  }
  return parsed.value;
}
