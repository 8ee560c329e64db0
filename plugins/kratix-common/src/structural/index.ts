export * from './judgeObject';
export type { FieldError } from './FieldError';
