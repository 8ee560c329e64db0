/**
 * Kratix Promises and resource requests as catalog entities and Templates.
 *
 * @packageDocumentation
 */
export { catalogModuleKratix as default } from './module';
