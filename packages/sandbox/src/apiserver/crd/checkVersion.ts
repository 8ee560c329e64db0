import { validateStructure } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { isObject } from '../json/json';
import { dns1035, dns1035Rule } from './checkNames';
import type { CrdVersion } from './CustomResourceDefinition';

/** One of `spec.versions` of a CRD. @internal */
export function checkVersion(version: CrdVersion, path: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!version.name) {
    errors.push({ type: 'Required', field: `${path}.name` });
  } else if (!dns1035.test(version.name)) {
    errors.push({
      type: 'Invalid',
      field: `${path}.name`,
      value: version.name,
      detail: dns1035Rule,
    });
  }
  if (!isObject(version.schema?.openAPIV3Schema)) {
    errors.push({
      type: 'Required',
      field: `${path}.schema.openAPIV3Schema`,
      detail: 'schemas are required',
    });
  }
  for (const [index, column] of (
    version.additionalPrinterColumns ?? []
  ).entries()) {
    errors.push(
      ...checkColumn(column, `${path}.additionalPrinterColumns[${index}]`),
    );
  }
  return errors;
}

/** The schema of a version, which may stand for that of all versions. @internal */
export function checkVersionSchema(
  version: CrdVersion,
  path: string,
): FieldError[] {
  const schema = version.schema?.openAPIV3Schema;
  return isObject(schema) ? validateStructure(schema, path) : [];
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string'];

function checkColumn(
  column: { name?: string; type?: string; jsonPath?: string },
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const key of ['name', 'type', 'jsonPath'] as const) {
    if (!column[key]) {
      errors.push({ type: 'Required', field: `${path}.${key}` });
    }
  }
  if (column.type && !columnTypes.includes(column.type)) {
    errors.push({
      type: 'Invalid',
      field: `${path}.type`,
      value: column.type,
      detail: `must be one of ${columnTypes.join(',')}`,
    });
  }
  return errors;
}
