export * from './ApiProblem';
export * from './DeliveryApi';
export * from './KratixApi';
export * from './KratixClient';
export * from './ListsApi';
