export * from './KratixPage';
