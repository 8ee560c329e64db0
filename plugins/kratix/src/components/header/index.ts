export * from './KratixEntityHeader';
