export * from './EntityWorkflowContent';
export * from './WorkflowView';
