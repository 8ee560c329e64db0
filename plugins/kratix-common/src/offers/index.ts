export * from './findSecretPaths';
export * from './listFields';
