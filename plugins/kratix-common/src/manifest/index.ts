export * from './RequestManifest';
