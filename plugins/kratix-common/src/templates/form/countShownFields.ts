import type { JsonValue } from '@backstage/types';
import { isObject } from '../../kubernetes/reading/readField';

/**
 * Fields that people see of a part of a form: a YAML editor is one, however much it takes.
 * @internal
 */
export function countShownFields(form: JsonValue | undefined): number {
  if (!isObject(form)) {
    return 0;
  }
  const { properties, oneOf, items } = form as Record<string, JsonValue>;
  const parts = [
    ...(isObject(properties) ? Object.values(properties) : []),
    ...(Array.isArray(oneOf) ? oneOf : []),
    ...(isObject(items) ? [items] : []),
  ] as JsonValue[];
  return parts.length > 0
    ? parts.reduce<number>((sum, part) => sum + countShownFields(part), 0)
    : 1;
}
