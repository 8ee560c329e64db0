/**
 * `kratix-portal`: for Promise authors, in a terminal or in CI.
 *
 * @packageDocumentation
 */
export * from './runCli';
