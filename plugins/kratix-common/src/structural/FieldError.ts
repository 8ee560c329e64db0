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
 * The path of a property: with brackets where a dot would lie about it.
 * @internal
 */
export function childPath(path: string, key: string): string {
  if (/^[^.[\]\s]+$/.test(key)) {
    return path === '' ? key : `${path}.${key}`;
  }
  return `${path}[${JSON.stringify(key)}]`;
}
