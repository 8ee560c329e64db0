export * from './lastOperation';
export * from './parsePreviewSummary';
