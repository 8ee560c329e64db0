export * from './kratixPermissions';
export * from './operationPermissions';
export * from './orderResourceRef';
export * from './permissions';
export * from './requestResourceRef';
