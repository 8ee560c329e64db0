import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ConnectionProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesError, KubernetesFailure } from './KubernetesError';

type BackstageErrorClass = new (message: string) => Error;

/**
 * The one table between Kubernetes' failures and what the rest of the suite knows: what a write is answered
 * with, and how a watch that meets it is shown.
 */
const failures: Record<
  KubernetesFailure,
  { error: BackstageErrorClass; connection: ConnectionProblem['reason'] }
> = {
  misconfigured: { error: ServiceUnavailableError, connection: 'unreachable' },
  unreachable: { error: ServiceUnavailableError, connection: 'unreachable' },
  timeout: { error: ServiceUnavailableError, connection: 'unreachable' },
  unauthorized: { error: AuthenticationError, connection: 'unauthorized' },
  forbidden: { error: NotAllowedError, connection: 'forbidden' },
  notFound: { error: NotFoundError, connection: 'notInstalled' },
  conflict: { error: ConflictError, connection: 'invalidResponse' },
  expired: { error: ConflictError, connection: 'invalidResponse' },
  invalid: { error: InputError, connection: 'invalidResponse' },
  throttled: { error: ServiceUnavailableError, connection: 'throttled' },
  serverError: { error: ServiceUnavailableError, connection: 'unreachable' },
  invalidResponse: {
    error: ServiceUnavailableError,
    connection: 'invalidResponse',
  },
};

/**
 * Which failure an HTTP status of an API server stands for
 * (k8s.io/apimachinery pkg/api/errors `NewGenericServerResponse`).
 * @internal
 */
export function toFailure(statusCode: number): KubernetesFailure {
  switch (statusCode) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 408:
    case 504:
      return 'timeout';
    case 409:
      return 'conflict';
    case 410:
      return 'expired';
    case 429:
      return 'throttled';
    case 502:
    case 503:
      return 'unreachable';
    default:
      if (statusCode >= 400 && statusCode < 500) {
        return 'invalid';
      }
      return statusCode >= 500 ? 'serverError' : 'invalidResponse';
  }
}

/**
 * The Backstage error that a failed request is answered with. The API server's causes stay readable as
 * `causes`, so that a form can show each at its field.
 * @internal
 */
export function toBackstageError(error: KubernetesError): Error {
  const ErrorClass = failures[error.failure].error;
  const result = new ErrorClass(error.message);
  return Object.assign(result, { causes: error.causes });
}

/**
 * How a failed list or watch is shown.
 * @internal
 */
export function toConnectionProblem(
  error: KubernetesError,
  now: string,
): ConnectionProblem {
  return {
    reason: failures[error.failure].connection,
    message: error.message,
    since: now,
  };
}
