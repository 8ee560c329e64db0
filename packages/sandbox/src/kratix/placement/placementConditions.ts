/** The conditions of WorkPlacements about writing (api/v1alpha1/workplacement_types.go). @internal */
export const placementConditions = {
  written: {
    type: 'WriteSucceeded',
    status: 'True',
    reason: 'WorkloadsWrittenToStateStore',
    message: 'Workloads written to State Store',
  },
  ready: {
    type: 'Ready',
    status: 'True',
    reason: 'WorkloadsWrittenToTargetDestination',
    message: 'Ready',
  },
  writeFailed: {
    type: 'WriteSucceeded',
    status: 'False',
    reason: 'WorkloadsFailedWrite',
  },
  failing: {
    type: 'Ready',
    status: 'False',
    reason: 'WorkloadsFailedWrite',
    message: 'Failing',
  },
} as const;
