export * from './KratixService';
export { kratixServiceRef } from './kratixServiceRef';
export * from './WriteOptions';
