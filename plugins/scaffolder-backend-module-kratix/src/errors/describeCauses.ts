/**
 * The API server's reasons field by field, for those that its sentence leaves out; empty when there are
 * none.
 * @internal
 */
export function describeCauses(error: Error): string {
  const causes = 'causes' in error ? error.causes : undefined;
  if (!Array.isArray(causes)) {
    return '';
  }
  return causes
    .filter(isCause)
    .filter(({ field }) => !error.message.includes(field))
    .map(({ field, message }) => `\n- ${field}: ${message}`)
    .join('');
}

function isCause(value: unknown): value is { field: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    typeof value.field === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
