import { isObject } from '../kubernetes/reading/readField';

/** Deep copy of JSON; several times faster than structuredClone. @alpha */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(cloneJson) as T;
  }
  if (isObject(value)) {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (value[key] !== undefined) {
        setOwn(copy, key, cloneJson(value[key]));
      }
    }
    return copy as T;
  }
  return value;
}

/**
 * Assigns as an own property even when the key is `__proto__`: keys come from clients.
 * @alpha
 */
export function setOwn(
  target: Record<string, unknown>,
  key: string,
  value: unknown,
): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}

/** @alpha */
export function getOwn(target: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(target, key) ? target[key] : undefined;
}

/**
 * Equality of JSON; a field that is `undefined` counts as absent.
 * @alpha
 */
export function equalJson(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => equalJson(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) {
    return false;
  }
  const keys = definedKeys(left);
  return (
    keys.length === definedKeys(right).length &&
    keys.every(
      key => Object.hasOwn(right, key) && equalJson(left[key], right[key]),
    )
  );
}

function definedKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter(key => value[key] !== undefined);
}
