export * from './buildWorkflowRuns';
export * from './findLastErrorLine';
export * from './readReconciliationInterval';
export * from './WorkflowHistoryInput';
export * from './WorkflowJob';
export * from './WorkflowPod';
