export * from './parseDestination';
export * from './parseNamespace';
export * from './parsePromise';
export * from './parsePromiseRevision';
export * from './parseResourceBinding';
export * from './parseResourceRequest';
export { parseWork } from './parseWork';
export * from './parseWorkPlacement';
export * from './plainValue';
