export * from './ApiProblem';
export * from './KratixApi';
export * from './KratixClient';
