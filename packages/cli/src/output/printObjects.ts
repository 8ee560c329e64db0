import { toYaml } from '@kratix-portal/backstage-plugin-kratix-common';

/** How objects are printed. @internal */
export type OutputFormat = 'yaml' | 'json';

/**
 * Objects for another program: a stream of YAML documents, or JSON (a `List` when they are several).
 * @internal
 */
export function printObjects(
  objects: readonly object[],
  format: OutputFormat,
): string {
  if (format === 'yaml') {
    return objects.map(toYaml).join('---\n');
  }
  const [only, ...others] = objects;
  const value =
    only !== undefined && others.length === 0
      ? only
      : { apiVersion: 'v1', kind: 'List', items: objects };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
