import type { Json } from './json';

const time = '2026-08-21T10:00:00Z';

/**
 * A request that succeeded (kratix-domain, appendix B, "After success").
 */
export function readyRequest(): Json {
  return {
    ...requestWith({ generation: 2 }),
    status: {
      message: 'Resource requested',
      observedGeneration: 2,
      workflows: 1,
      workflowsSucceeded: 1,
      workflowsFailed: 0,
      promiseVersion: 'v0.2.0',
      resourceBindingVersion: 'latest',
      lastSuccessfulConfigureWorkflowTime: time,
      connectionDetails: { host: 'cache.team-a' },
      healthStatus: {
        state: 'healthy',
        healthRecords: [
          {
            state: 'healthy',
            lastRun: 1787227200,
            source: { name: 'cache-hr', namespace: 'default' },
          },
        ],
      },
      kratix: {
        workflows: {
          lastSuccessfulConfigureWorkflowTime: time,
          pipelines: [
            {
              name: 'instance-configure',
              phase: 'Succeeded',
              lastTransitionTime: time,
            },
          ],
        },
      },
      conditions: [
        condition(
          'ConfigureWorkflowCompleted',
          'True',
          'PipelinesExecutedSuccessfully',
          'Pipelines completed',
        ),
        condition('Reconciled', 'True', 'Reconciled', 'Reconciled'),
        condition(
          'WorksSucceeded',
          'True',
          'WorksSucceeded',
          'All works ready',
        ),
      ],
    },
  };
}

/** Settled, of a Promise without resource.configure pipelines: no conditions and no message, ever. */
export function pipelinelessRequest(): Json {
  return {
    ...requestWith({ generation: 1 }),
    status: {
      workflows: 0,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      observedGeneration: 1,
      promiseVersion: 'v0.2.0',
      resourceBindingVersion: 'latest',
      kratix: { workflows: { pipelines: [] } },
    },
  };
}

/** Pipeline 2 of 2 failed on the first run (appendix B, "After failure"). */
export function failedRequest(): Json {
  return {
    ...requestWith({ generation: 1 }),
    status: {
      message: 'Pending',
      workflows: 2,
      workflowsSucceeded: 1,
      workflowsFailed: 1,
      kratix: {
        workflows: {
          pipelines: [
            { name: 'a', phase: 'Succeeded', lastTransitionTime: time },
            { name: 'b', phase: 'Failed', lastTransitionTime: time },
          ],
        },
      },
      conditions: [
        condition(
          'ConfigureWorkflowCompleted',
          'False',
          'ConfigureWorkflowFailed',
          'A Configure Pipeline has failed: b',
        ),
        condition('Reconciled', 'False', 'ConfigureWorkflowFailed', 'Failing'),
      ],
    },
  };
}

/** Suspended, with a retry (appendix B, "While suspended with a retry"). */
export function suspendedRequest(): Json {
  return {
    ...requestWith({
      generation: 1,
      labels: { 'kratix.io/workflow-suspended': 'true' },
    }),
    status: {
      message: 'Pending',
      workflows: 2,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      kratix: {
        workflows: {
          suspendedGeneration: 1,
          pipelines: [
            {
              name: 'a',
              phase: 'Suspended',
              message: 'waiting for approval',
              nextRetryAt: '2026-08-21T10:10:00Z',
              attempts: 2,
              lastTransitionTime: time,
            },
            { name: 'b', phase: 'Pending', lastTransitionTime: time },
          ],
        },
      },
      conditions: [
        condition(
          'ConfigureWorkflowCompleted',
          'False',
          'PipelinesInProgress',
          'Pipelines are still in progress',
        ),
        condition('Reconciled', 'Unknown', 'WorkflowSuspended', 'Suspended'),
      ],
    },
  };
}

/** Pipeline 1 of 2 runs. */
export function runningRequest(): Json {
  return {
    ...requestWith({ generation: 1 }),
    status: {
      message: 'Pending',
      workflows: 2,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      kratix: {
        workflows: {
          pipelines: [
            { name: 'a', phase: 'Running', lastTransitionTime: time },
            { name: 'b', phase: 'Pending', lastTransitionTime: time },
          ],
        },
      },
      conditions: [
        condition(
          'ConfigureWorkflowCompleted',
          'False',
          'PipelinesInProgress',
          'Pipelines are still in progress',
        ),
        condition('Reconciled', 'Unknown', 'WorkflowPending', 'Pending'),
      ],
    },
  };
}

/** A request as it was just created: no status yet. */
export function requestWith(options: {
  generation: number;
  labels?: Record<string, string>;
}): Json {
  return {
    apiVersion: 'marketplace.kratix.io/v1alpha1',
    kind: 'Redis',
    metadata: {
      name: 'cache',
      namespace: 'team-a',
      uid: '0d5f3d0e-8c3c-4a34-a0a4-6f7a2f9a1c22',
      resourceVersion: '4812',
      creationTimestamp: '2026-08-21T09:58:00Z',
      generation: options.generation,
      labels: { 'kratix.io/promise-name': 'redis', ...options.labels },
    },
    spec: { size: 'small' },
  };
}

/** A condition as Kratix writes it. */
export function condition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  reason: string,
  message = '',
): Record<string, string> {
  return { type, status, reason, message, lastTransitionTime: time };
}
