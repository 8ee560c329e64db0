import type { RequestRef } from '../model';

/**
 * How the permission framework calls one request: `platform/promise/namespace/name`. Whoever asks for a
 * decision on a request (the backend, an action, a page) must say it the same way.
 * @public
 */
export function toRequestResourceRef(ref: RequestRef): string {
  return [ref.platform, ref.promise, ref.namespace, ref.name]
    .map(encodeURIComponent)
    .join('/');
}

/**
 * The request that a resource reference names; undefined when it names none.
 * @public
 */
export function parseRequestResourceRef(value: string): RequestRef | undefined {
  const parts = value.split('/').map(decode);
  const [platform, promise, namespace, name] = parts;
  return parts.length === 4 && platform && promise && namespace && name
    ? { platform, promise, namespace, name }
    : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
