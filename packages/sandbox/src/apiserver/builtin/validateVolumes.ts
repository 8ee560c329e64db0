import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { isObject } from '../json/json';
import { dnsLabelProblems } from '../write/nameRules';

/** The names of a Pod's volumes, each once. Source: `ValidateVolumes`. @internal */
export function validateVolumes(
  volumes: unknown,
  field: string,
): { names: ReadonlySet<string>; errors: FieldError[] } {
  const names = new Set<string>();
  const errors = (Array.isArray(volumes) ? volumes : []).flatMap(
    (volume, index) => {
      const name = isObject(volume) ? String(volume.name ?? '') : '';
      const found = nameErrors(name, `${field}[${index}].name`);
      if (names.has(name)) {
        found.push({
          type: 'Duplicate',
          field: `${field}[${index}].name`,
          value: name,
        });
      }
      if (found.length === 0) {
        names.add(name);
      }
      return found;
    },
  );
  return { names, errors };
}

/** What is wrong with the name of a volume or a container. @internal */
export function nameErrors(name: string, field: string): FieldError[] {
  return name === ''
    ? [{ type: 'Required', field }]
    : dnsLabelProblems(name).map(detail => ({
        type: 'Invalid',
        field,
        value: name,
        detail,
      }));
}
