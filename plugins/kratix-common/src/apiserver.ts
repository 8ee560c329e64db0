/**
 * What the API server does to custom resources, step by step. For a server: the sandbox of Kratix Portal.
 * Everybody else asks `createObjectJudge`.
 *
 * @packageDocumentation
 */
export type { CrdSchema } from './crdSchema/crdSchema';
export { isObject } from './kubernetes/reading/readField';
export type { Before } from './structural/Before';
export { createSchemaJudge } from './structural/judging/judgeObject';
export type { SchemaJudge } from './structural/judging/judgeObject';
export type { UnjudgedRule } from './structural/cel/createRulesJudge';
export {
  formatFieldError,
  isBlocking,
  notSupported,
  omittedValue,
} from './structural/FieldError';
export type { FieldError } from './structural/FieldError';
export { cloneJson, equalJson, getOwn, setOwn } from './structural/json';
export { pruneUnknown } from './structural/pruning/pruneUnknown';
export { readStructuralSchema } from './structural/readStructuralSchema';
export type {
  StructuralSchema,
  ValidationRule,
} from './structural/StructuralSchema';
export { validateSchema } from './structural/validateSchema';
export { validateStructure } from './structural/validateStructure';
