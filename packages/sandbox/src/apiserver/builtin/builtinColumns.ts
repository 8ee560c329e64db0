import type { Column } from '../tables/Column';
import { ageColumn, nameColumn } from '../tables/commonColumns';

/** @internal */
export function builtinColumns(_group: string, _resource: string): Column[] {
  return [nameColumn, ageColumn];
}
