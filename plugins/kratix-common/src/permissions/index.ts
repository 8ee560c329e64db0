export * from './permissions';
export * from './requestResourceRef';
