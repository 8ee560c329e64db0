export * from './buildDestinationEntity';
export * from './buildPromiseEntities';
export * from './buildRequestEntity';
export * from './EntityBuild';
export { promiseWords, type PromiseWords } from './promiseWords';
export * from './readOwnerRef';
export { findPromiseNameProblems } from './nameProblems';
export * from './selection';
