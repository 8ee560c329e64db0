import stringify from 'fast-json-stable-stringify';

/**
 * One wrong place of an object, in the classes and the words of the API server.
 *
 * Source: k8s.io/apimachinery/pkg/util/validation/field/errors.go (1.36).
 * @public
 */
export interface FieldError {
  readonly type:
    | 'Required'
    | 'Invalid'
    | 'TypeInvalid'
    | 'NotSupported'
    | 'Duplicate'
    | 'Forbidden'
    | 'TooLong'
    | 'TooMany'
    | 'NotFound';
  /** Like `spec.users[0].name`; empty for the whole object. */
  readonly field: string;
  /** The API server itself says the place in the detail only, and names no field. */
  readonly isUnnamed?: true;
  /** What is there; a symbol when it is too large to be repeated. */
  readonly value?: unknown;
  /** What is wrong with it, where its class does not say that. */
  readonly detail?: string;
}

/**
 * The API server's sentence about an error, without the field:
 * `Unsupported value: "x": supported values: "a"`.
 * @public
 */
export function formatFieldError({ type, value, detail }: FieldError): string {
  const label = labels[type];
  const head =
    withoutValue.has(type) || value === omittedValue
      ? label
      : `${label}: ${stringify(value ?? null)}`;
  return detail ? `${head}: ${detail}` : head;
}

const labels: Record<FieldError['type'], string> = {
  Required: 'Required value',
  Invalid: 'Invalid value',
  TypeInvalid: 'Invalid value',
  NotSupported: 'Unsupported value',
  Duplicate: 'Duplicate value',
  Forbidden: 'Forbidden',
  TooLong: 'Too long',
  TooMany: 'Too many',
  NotFound: 'Not found',
};

const withoutValue = new Set<FieldError['type']>([
  'Required',
  'Forbidden',
  'TooLong',
]);

/** Go's `OmitValueType`: the error does not repeat a large value. @alpha */
export const omittedValue = Symbol('omitted');

/**
 * The path of a property, written as the API server does: also where the name holds dots.
 * @internal
 */
export function childPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The field of a path of kube-openapi, which may begin with a dot. @internal */
export function fieldOf(path: string): string {
  return path.replace(/^\./, '');
}

/** @alpha */
export function notSupported(
  path: string,
  value: unknown,
  supported: readonly unknown[],
): FieldError {
  const quoted = supported.map(item =>
    JSON.stringify(typeof item === 'string' ? item : JSON.stringify(item)),
  );
  return {
    type: 'NotSupported',
    field: fieldOf(path),
    value,
    detail: `supported values: ${quoted.join(', ')}`,
  };
}

/** An error that begins like those of k8s.io/kube-openapi/pkg/validation/errors/schema.go. @internal */
export function invalidInBody(
  path: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    type: 'Invalid',
    field: fieldOf(path),
    value,
    detail: `${path} in body ${detail}`,
  };
}

/** @internal */
export function tooMany(path: string, actual: number, max: number): FieldError {
  return {
    type: 'TooMany',
    field: fieldOf(path),
    value: actual,
    detail: `must have at most ${max} item${max === 1 ? '' : 's'}`,
  };
}

/**
 * An error whose class in kube-openapi knows no field; the API server then says `<nil>`.
 * @internal
 */
export function unnamed(path: string, detail: string): FieldError {
  const field = fieldOf(path);
  return { type: 'Invalid', field, isUnnamed: true, value: '', detail };
}

/**
 * Whether CEL rules are not asked about an object with this error, since it is of another shape.
 * Source: `hasBlockingErr` of apiextensions-apiserver/pkg/registry/customresource/strategy.go (1.36).
 * @alpha
 */
export function isBlocking({ type }: FieldError): boolean {
  return [
    'NotSupported',
    'Required',
    'TooLong',
    'TooMany',
    'TypeInvalid',
  ].includes(type);
}
