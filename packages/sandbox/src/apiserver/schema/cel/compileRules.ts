import type { ResourceType } from '../../registry/ResourceType';
import type { JsonSchema } from '../JsonSchema';

/** Placeholder until the CEL door lands. @internal */
export function compileRules(
  _schema: JsonSchema,
  _about: string,
  _log: (message: string) => void,
): ResourceType['rules'] {
  return undefined;
}
