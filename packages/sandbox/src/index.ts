export { createSandbox } from './createSandbox';
export { runCli } from './cli';
export type { Sandbox, SandboxOptions } from './createSandbox';
export type { KratixOptions, KratixProblem } from './kratix';
export * from './apiserver';
