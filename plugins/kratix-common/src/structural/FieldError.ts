/**
 * One wrong place of an object, classified as the API server does.
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
    | 'TooMany';
  /** Like `spec.users[0].name`; empty for the whole object. */
  readonly field: string;
  /** What is wrong, as a sentence that does not repeat the field. */
  readonly detail: string;
}

/**
 * The path of a property, written as the API server does: also where the name holds dots.
 * @internal
 */
export function childPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
