export * from './buildRequestManifest';
export * from './pruneFormValues';
export * from './RequestManifest';
export { toFormValues } from './toFormValues';
export * from './toYaml';
