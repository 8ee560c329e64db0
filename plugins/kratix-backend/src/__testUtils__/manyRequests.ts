import {
  parsePromise,
  parseResourceRequest,
  type KratixPromise,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** How Kratix leaves a request in each of these states (kratix-domain, appendix B). */
const statuses = {
  Ready: {
    observedGeneration: 1,
    workflows: 1,
    workflowsSucceeded: 1,
    conditions: [
      condition(
        'ConfigureWorkflowCompleted',
        'True',
        'PipelinesExecutedSuccessfully',
      ),
      condition('WorksSucceeded', 'True', 'WorksSucceeded'),
      condition('Reconciled', 'True', 'Reconciled'),
    ],
  },
  Failed: {
    workflows: 1,
    workflowsFailed: 1,
    conditions: [
      condition(
        'ConfigureWorkflowCompleted',
        'False',
        'ConfigureWorkflowFailed',
      ),
      condition('Reconciled', 'False', 'ConfigureWorkflowFailed'),
    ],
  },
  Running: {
    workflows: 2,
    conditions: [
      condition('ConfigureWorkflowCompleted', 'False', 'PipelinesInProgress'),
    ],
  },
  Scheduling: {
    observedGeneration: 1,
    workflows: 1,
    workflowsSucceeded: 1,
    conditions: [
      condition(
        'ConfigureWorkflowCompleted',
        'True',
        'PipelinesExecutedSuccessfully',
      ),
      condition('WorksSucceeded', 'Unknown', 'WorksPending'),
    ],
  },
  Pending: undefined,
} as const;

export interface RequestTraits {
  readonly promise?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly phase?: keyof typeof statuses;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly version?: string;
  readonly createdAt?: string;
}

/** A request as Kratix reports it. */
export function aRequest(traits: RequestTraits): ResourceRequest {
  const { promise = 'redis', namespace = 'team-a', name } = traits;
  const status = statuses[traits.phase ?? 'Ready'];
  const parsed = parseResourceRequest(
    {
      apiVersion: 'marketplace.kratix.io/v1alpha1',
      kind: kindOf(promise),
      metadata: {
        name,
        namespace,
        uid: `uid-${promise}-${namespace}-${name}`,
        resourceVersion: '12',
        generation: 1,
        creationTimestamp: traits.createdAt ?? '2026-08-20T09:00:00Z',
        labels: { 'kratix.io/promise-name': promise, ...traits.labels },
        annotations: traits.annotations ?? {},
      },
      spec: { size: 'small' },
      ...(status && {
        status: {
          ...status,
          ...(traits.version && { promiseVersion: traits.version }),
        },
      }),
    },
    {
      promiseName: promise,
      api: {
        group: 'marketplace.kratix.io',
        version: 'v1alpha1',
        kind: kindOf(promise),
        plural: promise,
      },
    },
  );
  if (!parsed.ok) {
    throw new Error(`A fixture does not parse: ${parsed.problem.message}`);
  }
  return parsed.value;
}

/** A Promise with an API, as Kratix reports it. */
export function aPromise(
  name: string,
  traits: {
    status?: Record<string, unknown>;
    requires?: readonly string[];
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  } = {},
): KratixPromise {
  const parsed = parsePromise({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name,
      uid: `uid-${name}`,
      resourceVersion: '11',
      generation: 1,
      labels: { 'kratix.io/promise-version': 'v0.2.0', ...traits.labels },
      annotations: traits.annotations ?? {},
    },
    spec: {
      ...(traits.requires && {
        requiredPromises: traits.requires.map(required => ({
          name: required,
          version: 'v1',
        })),
      }),
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${name}.marketplace.kratix.io` },
        spec: {
          group: 'marketplace.kratix.io',
          scope: 'Namespaced',
          names: { kind: kindOf(name), plural: name, singular: name },
          versions: [
            {
              name: 'v1alpha1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  description: `A ${name} of your own.`,
                  properties: {
                    spec: {
                      type: 'object',
                      required: ['size'],
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
    status: traits.status ?? { status: 'Available', observedGeneration: 1 },
  });
  if (!parsed.ok) {
    throw new Error(`A fixture does not parse: ${parsed.problem.message}`);
  }
  return parsed.value;
}

/** The same Promise, whose requests can be of one size only. */
export function onlySmall(promise: KratixPromise): KratixPromise {
  const { api } = promise;
  return api
    ? {
        ...promise,
        api: {
          ...api,
          schema: {
            type: 'object',
            description: 'A redis of your own.',
            properties: {
              spec: {
                type: 'object',
                required: ['size'],
                properties: { size: { type: 'string', enum: ['small'] } },
              },
            },
          },
        },
      }
    : promise;
}

function kindOf(promise: string): string {
  return promise.charAt(0).toUpperCase() + promise.slice(1);
}

function condition(type: string, status: string, reason: string) {
  return {
    type,
    status,
    reason,
    message: '',
    lastTransitionTime: '2026-08-20T10:00:00Z',
  };
}
