export * from './KratixEntityLayout';
