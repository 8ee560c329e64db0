export * from './EntityRequestList';
export * from './RequestList';
