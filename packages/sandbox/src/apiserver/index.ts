export { systemClock } from './clock';
export type { Clock } from './clock';
export * from './cluster';
export { createCluster } from './createCluster';
export type { ClusterOptions } from './createCluster';
export {
  StatusError,
  alreadyExists,
  badRequest,
  conflict,
  forbidden,
  invalid,
  notFound,
} from './status/StatusError';
export type { KubeStatus, StatusCause, Subject } from './status/StatusError';
export type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
export type { Fault, FaultKind } from './faults/Fault';
export type { AuditEntry } from './http/RequestLog';
