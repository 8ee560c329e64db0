export { createObjectJudge } from './judging/judgeObject';
export type { ObjectVerdict } from './judging/judgeObject';
export { formatFieldError } from './FieldError';
export type { FieldError } from './FieldError';
export * from './checkStructure';
