export * from './buildDestinationEntity';
export * from './buildPromiseEntities';
export * from './buildRequestEntity';
export * from './EntityBuild';
export * from './readOwnerRef';
