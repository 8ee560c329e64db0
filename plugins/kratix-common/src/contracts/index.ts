export * from './actions';
export * from './http';
export * from './paths';
export * from './signals';
