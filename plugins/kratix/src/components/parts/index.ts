export * from './EntityPartsCard';
