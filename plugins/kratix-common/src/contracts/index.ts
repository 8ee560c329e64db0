export * from './actions';
export * from './http';
export * from './signals';
