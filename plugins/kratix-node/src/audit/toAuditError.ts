import { isError } from '@backstage/errors';

/**
 * What an auditor may know of a failure: its kind and the fields that it is about. The sentences of an API
 * server quote values (`spec.password: Invalid value: "…"`).
 * @public
 */
export function toAuditError(error: unknown): Error {
  const name = isError(error) ? error.name : 'Error';
  const fields = findFields(error);
  const result = new Error(
    fields.length > 0 ? `${name} about ${fields.join(', ')}` : name,
  );
  result.name = name;
  result.stack = undefined;
  return result;
}

function findFields(error: unknown): string[] {
  if (!isError(error)) {
    return [];
  }
  const own = Array.isArray(error.causes) ? error.causes : [];
  const fields = own.flatMap(cause =>
    typeof cause?.field === 'string' ? [cause.field] : [],
  );
  return [...new Set([...fields, ...findFields(error.cause)])];
}
