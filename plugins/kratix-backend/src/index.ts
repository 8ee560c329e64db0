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
