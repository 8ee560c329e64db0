import { readStructuralSchema } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { StructuralSchema } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { JsonSchema } from './JsonSchema';

const memo = new WeakMap<JsonSchema, StructuralSchema>();

/** A schema as the judge reads it, read once. @internal */
export function structuralOf(schema: JsonSchema): StructuralSchema {
  const known = memo.get(schema) ?? readStructuralSchema(schema);
  memo.set(schema, known);
  return known;
}
