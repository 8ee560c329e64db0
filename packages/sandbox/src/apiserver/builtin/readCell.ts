import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';

/** @internal */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** @internal */
export function child(object: JsonObject, ...keys: string[]): JsonObject {
  const found = keys.map(key => object[key]).find(isObject);
  return found ?? {};
}

/** @internal */
export function items(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** @internal */
export function size(object: JsonObject): number {
  return Object.keys(object).length;
}

/** @internal */
export function statuses(pod: KubeObject, field: string): JsonObject[] {
  return items(child(pod, 'status')[field]);
}
