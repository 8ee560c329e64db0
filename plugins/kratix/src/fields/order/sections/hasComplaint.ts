import { isRecord } from '../readOrder';

/**
 * Whether something is wrong at a part of a form or below it (RJSF `ErrorSchema`).
 * @internal
 */
export function hasComplaint(errors: unknown): boolean {
  if (!isRecord(errors)) {
    return false;
  }
  const { __errors: own, ...children } = errors;
  return (
    (Array.isArray(own) && own.length > 0) ||
    Object.values(children).some(hasComplaint)
  );
}
