export * from './KratixService';
