import type { RequestRef } from '../model';

/**
 * A request that does not exist yet, as far as it decides whether somebody may order it.
 * @public
 */
export type OrderRef = Pick<RequestRef, 'platform' | 'promise' | 'namespace'>;

/**
 * How the permission framework calls an order: `platform/promise/namespace`.
 * @public
 */
export function toOrderResourceRef(ref: OrderRef): string {
  return [ref.platform, ref.promise, ref.namespace]
    .map(encodeURIComponent)
    .join('/');
}

/**
 * The order that a resource reference names; undefined when it names none.
 * @public
 */
export function parseOrderResourceRef(value: string): OrderRef | undefined {
  const parts = value.split('/').map(decode);
  const [platform, promise, namespace] = parts;
  return parts.length === 3 && platform && promise && namespace
    ? { platform, promise, namespace }
    : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
