export { createObjectJudge } from './judgeObject';
export type { ObjectVerdict } from './judgeObject';
export { formatFieldError } from './FieldError';
export type { FieldError } from './FieldError';
export * from './checkStructure';
