import { isRecord } from '../readOrder';

/**
 * Where somebody filled in something of which nothing is left in what the platform would store: it drops what its
 * API does not know, without a word (Kubernetes documentation, "Field pruning"). A copy from another platform
 * may hold such values.
 *
 * @param given - `spec` as the form holds it
 * @param stored - `spec` as it would be stored
 * @internal
 */
export function findLeftOut(given: unknown, stored: unknown): string[] {
  return collect(given, stored, 'spec');
}

function collect(given: unknown, stored: unknown, path: string): string[] {
  if (isEmpty(given)) {
    return [];
  }
  if (stored === undefined) {
    return [path];
  }
  if (Array.isArray(given)) {
    // Empty entries are not sent, so that the others move up.
    const entries = given.filter(entry => !isEmpty(entry));
    return Array.isArray(stored) && stored.length === entries.length
      ? entries.flatMap((entry, index) =>
          collect(entry, stored[index], `${path}[${index}]`),
        )
      : [];
  }
  return isRecord(given) && isRecord(stored)
    ? Object.entries(given).flatMap(([name, value]) =>
        collect(
          value,
          Object.hasOwn(stored, name) ? stored[name] : undefined,
          `${path}.${name}`,
        ),
      )
    : [];
}

/** What a form leaves behind where nobody filled in anything. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') {
    return true;
  }
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
