/**
 * The only package of Kratix Portal that speaks to Kubernetes: connections, watches, state and requests.
 *
 * @packageDocumentation
 */
export { toAuditError } from './audit/toAuditError';
export { backoffDelay } from './cluster/watch/backoffDelay';
export * from './catalog';
export * from './config';
export * from './forges';
export { explainRefusal } from './requests/explainRefusal';
export * from './service';
