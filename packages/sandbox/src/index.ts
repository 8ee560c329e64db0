export { createSandbox } from './createSandbox';
export { runCli } from './cli';
export type { Sandbox, SandboxOptions } from './createSandbox';
export * from './apiserver';
