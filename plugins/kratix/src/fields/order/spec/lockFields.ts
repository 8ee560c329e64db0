import { isRecord } from '../readOrder';

/**
 * The form of a change: what may not change any more cannot be edited. What is not there yet still can be
 * set once, as the API server sees it (a rule about `oldSelf` holds only where there is one).
 * @internal
 */
export function lockFields<T extends object>(
  uiSchema: T,
  locked: readonly (readonly string[])[],
  previous: unknown,
): T {
  return locked
    .filter(path => hasValue(previous, path))
    .reduce<T>((ui, path) => lock(ui, path), uiSchema);
}

function lock<T extends object>(ui: T, path: readonly string[]): T {
  const [name, ...rest] = path;
  if (name === undefined) {
    // Why is said by its description (`describeNode` of kratix-common).
    return { ...ui, 'ui:disabled': true, 'ui:readonly': true };
  }
  const child = (ui as Record<string, unknown>)[name];
  return { ...ui, [name]: lock(isRecord(child) ? child : {}, rest) };
}

function hasValue(value: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) {
    return value !== undefined;
  }
  return (
    isRecord(value) && Object.hasOwn(value, name) && hasValue(value[name], rest)
  );
}
