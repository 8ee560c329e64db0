/**
 * What the browser may ask of Kratix Portal: routes, authorisation and live hints.
 *
 * @packageDocumentation
 */
export { kratixPlugin as default } from './plugin';
export {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
  kratixRequestResourceRef,
} from './authorization/rules';
export type {
  PermissionedRequest,
  PermissionedRequestQuery,
} from './authorization/PermissionedRequest';
export {
  createKratixOrderConditionalDecision,
  kratixOrderConditions,
  kratixOrderResourceRef,
} from './authorization/orderRules';
export type { OrderQuery } from './authorization/orderRules';
