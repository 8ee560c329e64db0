export * from './EntityRequestCard';
