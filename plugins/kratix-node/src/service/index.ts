export * from './DeliveryClient';
export * from './KratixService';
export * from './PromiseOperations';
export * from './RequestOperations';
export { kratixServiceRef } from './kratixServiceRef';
export * from './WriteOptions';
export * from './WorkflowReader';
