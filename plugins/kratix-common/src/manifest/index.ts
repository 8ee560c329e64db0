export * from './buildRequestManifest';
export * from './mergeIntoRequest';
export * from './pruneFormValues';
export * from './RequestManifest';
export { toFormValues } from './toFormValues';
export * from './toYaml';
