export * from './EntityPromiseCard';
