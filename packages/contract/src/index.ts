/**
 * One suite that the sandbox and a real platform must pass alike: whatever differs is a bug of the sandbox.
 *
 * @packageDocumentation
 */
export * from './conversation';
export * from './target';
