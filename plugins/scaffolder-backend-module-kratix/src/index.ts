/**
 * Scaffolder actions for Kratix: apply, wait for and delete resource requests.
 *
 * @packageDocumentation
 */
export { scaffolderModuleKratix as default } from './module';
