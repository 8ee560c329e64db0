import type { KubeObject } from '../cluster';
import type { PrinterColumn } from '../crd/CustomResourceDefinition';
import type { Column } from './Column';
import { ageOf, ageColumn, nameColumn } from './commonColumns';
import { compileJsonPath } from './jsonPath';

/**
 * The columns of a custom resource: Name, then the author's, or Age when there are none.
 * Source: apiextensions-apiserver/pkg/registry/customresource/tableconvertor.
 * @internal
 */
export function customColumns(
  columns: readonly PrinterColumn[] | undefined,
): Column[] {
  if (!columns || columns.length === 0) {
    return [nameColumn, ageColumn];
  }
  return [nameColumn, ...columns.map(toColumn)];
}

function toColumn(column: PrinterColumn): Column {
  const read = compileJsonPath(column.jsonPath);
  return {
    name: column.name,
    type: column.type,
    format: column.format ?? '',
    description:
      column.description ||
      `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
    priority: column.priority ?? 0,
    cell: (object: KubeObject, now: number) =>
      toCell(read(object), column.type, now),
  };
}

function toCell(values: unknown[], type: string, now: number): unknown {
  const [value] = values;
  if (values.length === 0 || value === undefined || value === null) {
    return null;
  }
  switch (type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' ? ageOf(value, now) : null;
    default:
      return values.map(toText).join(',');
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
