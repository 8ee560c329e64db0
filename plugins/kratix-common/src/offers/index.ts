export * from './findFieldTitles';
export * from './findSecretPaths';
export * from './hideSecrets';
export * from './listFields';
export * from './withoutSecrets';
