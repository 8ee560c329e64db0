import type { JsonValue } from '@backstage/types';
import { stringify } from 'yaml';
import { parseYaml } from './parseYaml';

/**
 * The text for a value that the form holds. A text that is no YAML is one that somebody has not finished.
 * @internal
 */
export function printYaml(value: JsonValue | undefined): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'string' && !parseYaml(value).ok) {
    return value;
  }
  return stringify(value, { lineWidth: 0 });
}
