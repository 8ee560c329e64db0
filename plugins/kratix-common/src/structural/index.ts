export * from './judgeObject';
export type { FieldError } from './FieldError';
export * from './checkStructure';
