export * from './ApiClient';
export * from './startTarget';
