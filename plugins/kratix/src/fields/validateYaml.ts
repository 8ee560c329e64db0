import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { readTexts } from '../translation/readTexts';

/**
 * Stops the form while the editor holds a text that means nothing.
 * @internal
 */
export const validateYaml: CustomFieldValidator<JsonValue> = async (
  value,
  field,
  { apiHolder },
) => {
  if (typeof value !== 'string') {
    return;
  }
  // Only here: the validators are loaded with every form, the parser need not be.
  const { parseYaml } = await import('./parseYaml');
  const parsed = parseYaml(value);
  if (!parsed.ok) {
    const t = await readTexts(apiHolder);
    const { line, message } = parsed;
    field.addError(t('field.yamlInvalid', { line: String(line), message }));
  }
};
