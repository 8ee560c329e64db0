export * from './availableOperations';
export * from './chooseVersions';
export * from './describeDeletion';
export * from './findManager';
export * from './findWait';
export * from './lastOperation';
export * from './operationPermissions';
export * from './parsePreviewSummary';
