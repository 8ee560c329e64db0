const LONG_AGO = '2026-01-01T00:00:00Z';

/** The status of a request that is ready. Source: Kratix, as recorded. */
export function readyStatus(time) {
  return {
    message: 'Resource requested',
    observedGeneration: 1,
    workflows: 1,
    workflowsSucceeded: 1,
    workflowsFailed: 0,
    promiseVersion: 'v1.0.0',
    resourceBindingVersion: 'latest',
    lastSuccessfulConfigureWorkflowTime: time,
    connectionDetails: { host: 'bench.example.com', port: 5432 },
    kratix: {
      workflows: {
        lastSuccessfulConfigureWorkflowTime: time,
        pipelines: [
          { name: 'configure', phase: 'Succeeded', lastTransitionTime: time },
        ],
      },
    },
    conditions: [
      condition(
        'ConfigureWorkflowCompleted',
        'True',
        'PipelinesExecutedSuccessfully',
      ),
      condition('Reconciled', 'True', 'Reconciled'),
      condition('WorksSucceeded', 'True', 'WorksSucceeded'),
    ],
  };
}

/** The status of a request whose pipeline failed. */
export function failedStatus(time) {
  return {
    ...readyStatus(time),
    workflowsSucceeded: 0,
    workflowsFailed: 1,
    conditions: [
      condition(
        'ConfigureWorkflowCompleted',
        'False',
        'ConfigureWorkflowFailed',
      ),
      condition('Reconciled', 'False', 'ConfigureWorkflowFailed'),
      condition('WorksSucceeded', 'True', 'WorksSucceeded'),
    ],
  };
}

/** A condition that has been so for long. */
export function condition(type, status, reason) {
  const lastTransitionTime = LONG_AGO;
  return { type, status, reason, message: reason, lastTransitionTime };
}
