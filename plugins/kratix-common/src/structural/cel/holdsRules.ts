import type { StructuralSchema } from '../StructuralSchema';

/**
 * Whether a schema has rules, at any depth.
 * @internal
 */
export function holdsRules(
  schema: StructuralSchema | undefined,
  seen: Set<StructuralSchema> = new Set(),
): boolean {
  if (!schema || seen.has(schema)) {
    return false;
  }
  seen.add(schema);
  const { additionalProperties: values } = schema;
  return (
    schema.rules !== undefined ||
    [
      ...(schema.properties?.values() ?? []),
      schema.items,
      typeof values === 'object' ? values : undefined,
    ].some(child => holdsRules(child, seen))
  );
}
