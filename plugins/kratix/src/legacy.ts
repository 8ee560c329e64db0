/**
 * Kratix in Backstage, for the old frontend system.
 *
 * @packageDocumentation
 */
export type { FieldValidations } from './fields/order/FieldValidations';
export * from './legacy/deliveryContents';
export * from './legacy/fields';
export * from './legacy/isKratixType';
export * from './legacy/lists';
export * from './legacy/manage';
export * from './legacy/plugin';
export * from './legacy/reviews';
export * from './legacy/userToken';
export * from './legacy/workflowContent';
