import type { JsonSchema } from '../schema/JsonSchema';

/** @internal */
export function builtinSchema(
  _group: string,
  _version: string,
  _kind: string,
): JsonSchema | undefined {
  return undefined;
}
