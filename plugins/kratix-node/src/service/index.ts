export * from './KratixService';
export { kratixServiceRef } from './kratixServiceRef';
