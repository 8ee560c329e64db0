import type { Json } from '../json/read';
import { isRecord } from '../json/read';

// As Kubernetes writes $(VAR) in a container's arguments; a default follows a bar.
const reference = /\$\(([a-zA-Z0-9_.[\]-]+)(?:\|([^)]*))?\)/g;
const onlyReference = /^\$\(([a-zA-Z0-9_.[\]-]+)(?:\|([^)]*))?\)$/;

/**
 * Replaces `$(spec.size)` and `$(spec.size|small)` by values of the request. A missing value without a
 * default becomes empty text.
 * @internal
 */
export function expandText(text: string, scope: Json): string {
  return text.replace(reference, (_, path: string, fallback?: string) =>
    textFor(lookUp(scope, path), fallback),
  );
}

/** The same in every text of a value. A text that is one reference only keeps the value's type. @internal */
export function expandValue(value: unknown, scope: Json): unknown {
  if (Array.isArray(value)) {
    return value.map(item => expandValue(item, scope));
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        expandValue(item, scope),
      ]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  const path = onlyReference.exec(value)?.[1];
  const found = path === undefined ? undefined : lookUp(scope, path);
  return found === undefined || found === null
    ? expandText(value, scope)
    : found;
}

function textFor(found: unknown, fallback: string | undefined): string {
  if (found === undefined || found === null) {
    return fallback ?? '';
  }
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
}

function lookUp(scope: Json, path: string): unknown {
  return path
    .split(/[.[\]]/)
    .filter(Boolean)
    .reduce<unknown>((current, field) => {
      if (Array.isArray(current)) {
        return current[Number(field)] as unknown;
      }
      return isRecord(current) &&
        Object.prototype.hasOwnProperty.call(current, field)
        ? current[field]
        : undefined;
    }, scope);
}
