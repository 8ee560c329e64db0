import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { formatFieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';

/**
 * One entry of `details.causes` of a Kubernetes Status.
 * @public
 */
export interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

/**
 * The `Status` object with which the API server answers a failure.
 * @public
 */
export interface KubeStatus {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code?: number;
}

/**
 * A failure that the API server answers with a Status object.
 * @public
 */
export class StatusError extends Error {
  readonly status: KubeStatus;

  constructor(
    code: number,
    reason: string | undefined,
    message: string,
    details?: KubeStatus['details'],
  ) {
    super(message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason ? { reason } : {}),
      ...(details ? { details } : {}),
      code,
    };
  }

  get code(): number {
    return this.status.code ?? 500;
  }

  get reason(): string {
    return this.status.reason ?? '';
  }
}

/**
 * What an error is about: the group and plural resource name, as Kubernetes' `GroupResource`.
 * @public
 */
export interface Subject {
  group: string;
  resource: string;
}

function qualified(subject: Subject): string {
  return subject.group
    ? `${subject.resource}.${subject.group}`
    : subject.resource;
}

/** @public */
export function notFound(subject: Subject, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualified(subject)} "${name}" not found`,
    groupDetails(subject, name),
  );
}

/** The answer to a path below a built-in group that no resource type serves. @internal */
export function pathNotFound(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/**
 * The answer to a path that nothing serves: Go's plain text, not a Status. Custom resources that are not
 * there are such paths too, as no handler stands behind them.
 * @internal
 */
export class NothingThere extends Error {
  constructor() {
    super('404 page not found');
    this.name = 'NothingThere';
  }
}

/** @public */
export function alreadyExists(subject: Subject, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualified(subject)} "${name}" already exists`,
    groupDetails(subject, name),
  );
}

/** @public */
export function conflict(
  subject: Subject,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(subject)} "${name}": ${why}`,
    groupDetails(subject, name),
  );
}

/**
 * 403. `why` is the sentence after the colon, e.g. what a webhook or the authorizer says.
 * @public
 */
export function forbidden(
  subject: Subject,
  name: string,
  why: string,
  causes?: StatusCause[],
): StatusError {
  const object = name ? `${qualified(subject)} "${name}"` : qualified(subject);
  return new StatusError(403, 'Forbidden', `${object} is forbidden: ${why}`, {
    ...groupDetails(subject, name),
    ...(causes ? { causes } : {}),
  });
}

/** 422 with one cause for each field. @public */
export function invalid(
  about: { group: string; kind: string },
  name: string,
  errors: readonly FieldError[],
): StatusError {
  const kind = about.group ? `${about.kind}.${about.group}` : about.kind;
  const messages = [
    ...new Set(
      errors.map(error => `${fieldOf(error)}: ${formatFieldError(error)}`),
    ),
  ];
  const joined =
    messages.length === 1 ? messages[0] : `[${messages.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${kind} "${name}" is invalid: ${joined}`,
    {
      ...(name ? { name } : {}),
      ...(about.group ? { group: about.group } : {}),
      ...(about.kind ? { kind: about.kind } : {}),
      causes: errors.map(error => ({
        reason: `FieldValue${error.type}`,
        message: formatFieldError(error),
        field: fieldOf(error),
      })),
    },
  );
}

/** How Go writes a path that is nowhere. */
function fieldOf({ field, isUnnamed }: FieldError): string {
  return isUnnamed || field === '' ? '<nil>' : field;
}

/** @public */
export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

/** @internal */
export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** @internal */
export function unsupportedMediaType(
  supported: readonly string[],
): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${supported.join(
      ', ',
    )}`,
  );
}

/** @internal */
export function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}

function groupDetails(subject: Subject, name: string): KubeStatus['details'] {
  return {
    ...(name ? { name } : {}),
    ...(subject.group ? { group: subject.group } : {}),
    kind: subject.resource,
  };
}
