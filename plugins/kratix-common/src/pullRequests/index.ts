export * from './explainManualRemoval';
export * from './ReviewOperation';
export * from './repositoryUrls';
export * from './requestFilePath';
export * from './reviewBranch';
export * from './updateManifestFile';
