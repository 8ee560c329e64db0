import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';

/**
 * Stops the form while the editor holds a text that means nothing.
 * @internal
 */
export const validateYaml: CustomFieldValidator<JsonValue> = async (
  value,
  field,
) => {
  if (typeof value !== 'string') {
    return;
  }
  // Only here: the validators are loaded with every form, the parser need not be.
  const { parseYaml } = await import('./parseYaml');
  const parsed = parseYaml(value);
  if (!parsed.ok) {
    field.addError(`Line ${parsed.line}: ${parsed.message}`);
  }
};
