import { isRecord } from '../readOrder';

/**
 * Fields that a part of a form has: each entry of a list once.
 * @internal
 */
export function countFields(schema: unknown): number {
  if (!isRecord(schema)) {
    return 0;
  }
  const { properties, items } = schema;
  if (isRecord(properties)) {
    return Object.values(properties).reduce<number>(
      (sum, child) => sum + countFields(child),
      0,
    );
  }
  return isRecord(items) ? countFields(items) : 1;
}

/**
 * Values that somebody gave. The renderer makes empty objects and lists by itself.
 * @internal
 */
export function countFilled(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? 0 : 1;
  }
  return Object.values(value).reduce<number>(
    (sum, child) => sum + countFilled(child),
    0,
  );
}
