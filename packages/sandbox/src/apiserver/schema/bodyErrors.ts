import type { FieldError } from '../status/FieldError';

/** How the API server begins a sentence about a place in the body. @internal */
export function bodyPath(path: string): string {
  return path === '' ? 'in body' : `${path} in body`;
}

/** @internal */
export function invalidValue(
  path: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    type: 'Invalid',
    field: path,
    value,
    detail: `${bodyPath(path)} ${detail}`,
  };
}

/** @internal */
export function tooMany(path: string, actual: number, max: number): FieldError {
  return {
    type: 'TooMany',
    field: path,
    value: actual,
    detail: `must have at most ${max} item${max === 1 ? '' : 's'}`,
  };
}
