import { cloneJson, getOwn, isObject, setOwn } from '../json/json';

/** RFC 7386. @internal */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return cloneJson(patch);
  }
  const result = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      setOwn(result, key, mergePatch(getOwn(result, key), value));
    }
  }
  return result;
}
