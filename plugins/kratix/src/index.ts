/**
 * What a person sees of Kratix in Backstage: pages, cards and form fields.
 *
 * @packageDocumentation
 */
export { kratixPlugin as default } from './plugin';
export * from './api';
export { kratixFieldNames } from './fields/fieldNames';
export * from './hooks';
export * from './routes';
export { kratixMenuTranslationRef, kratixTranslationRef } from './translation';
