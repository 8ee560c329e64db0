/**
 * One wrong field, in the classes and the words of
 * k8s.io/apimachinery/pkg/util/validation/field/errors.go (1.36).
 * @public
 */
export interface FieldError {
  type:
    | 'Required'
    | 'Invalid'
    | 'TypeInvalid'
    | 'NotSupported'
    | 'Duplicate'
    | 'Forbidden'
    | 'TooLong'
    | 'TooMany'
    | 'NotFound';
  field: string;
  value?: unknown;
  detail?: string;
}

/** The message without the field, e.g. `Unsupported value: "x": supported values: "a"`. @internal */
export function formatFieldError(error: FieldError): string {
  const label = labels[error.type];
  const head =
    withoutValue.has(error.type) || error.value === omittedValue
      ? label
      : `${label}: ${JSON.stringify(error.value ?? null)}`;
  return error.detail ? `${head}: ${error.detail}` : head;
}

/** The machine-readable reason of a cause. @internal */
export function causeReason(error: FieldError): string {
  return `FieldValue${error.type}`;
}

/** @internal */
export function notSupported(
  field: string,
  value: unknown,
  supported: readonly unknown[],
): FieldError {
  const quoted = supported.map(
    item => `"${typeof item === 'string' ? item : JSON.stringify(item)}"`,
  );
  return {
    type: 'NotSupported',
    field,
    value,
    detail: `supported values: ${quoted.join(', ')}`,
  };
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

/** Go's `OmitValueType`: the cause does not repeat a large value. @internal */
export const omittedValue = Symbol('omitted');
