export * from './buildRequestManifest';
export * from './pruneFormValues';
export * from './RequestManifest';
export * from './toFormValues';
export * from './toYaml';
