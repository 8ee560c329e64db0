/**
 * What went wrong between us and an API server, told apart as far as a screen or a retry needs it.
 * @internal
 */
export type KubernetesFailure =
  | 'misconfigured'
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'expired'
  | 'invalid'
  | 'throttled'
  | 'serverError'
  | 'invalidResponse';

/**
 * One entry of `details.causes` of a Kubernetes Status: which field, and what is wrong with it.
 * @internal
 */
export interface StatusCause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/**
 * A request that an API server refused, or that never got an answer. Its message holds no credentials.
 * @internal
 */
export class KubernetesError extends Error {
  readonly failure: KubernetesFailure;
  readonly statusCode?: number;
  readonly causes: readonly StatusCause[];
  readonly retryAfterMs?: number;
  /** Name of the object that the answer is about, where the API server says it. */
  readonly objectName?: string;
  /** The API server's own word for what went wrong, like `AlreadyExists`. */
  readonly reason?: string;

  constructor(
    failure: KubernetesFailure,
    message: string,
    details: {
      statusCode?: number;
      causes?: readonly StatusCause[];
      retryAfterMs?: number;
      objectName?: string;
      reason?: string;
    } = {},
  ) {
    super(message);
    this.name = 'KubernetesError';
    this.failure = failure;
    this.statusCode = details.statusCode;
    this.causes = details.causes ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.objectName = details.objectName;
    this.reason = details.reason;
  }
}

/**
 * Whether every other request to the same API server would fail in the same way now.
 * @internal
 */
export function isConnectionFailure(error: KubernetesError): boolean {
  switch (error.failure) {
    case 'misconfigured':
    case 'unreachable':
    case 'unauthorized':
    case 'throttled':
      return true;
    case 'timeout':
      // An answer that says "timeout" is an answer.
      return error.statusCode === undefined;
    // 500 is often one API's own trouble, such as its conversion webhook.
    case 'serverError':
    case 'forbidden':
    case 'notFound':
    case 'conflict':
    case 'expired':
    case 'invalid':
    case 'invalidResponse':
      return false;
    default:
      return error.failure satisfies never;
  }
}
