import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { readTexts } from '../../translation/readTexts';
import { findLabelMistake } from './findLabelMistake';
import { findLabelShape, readLabels } from './labelShape';

/**
 * Stops the form at labels that no Destination can have.
 * @internal
 */
export const validateDestinationLabels: CustomFieldValidator<
  JsonValue
> = async (value, field, { apiHolder, schema }) => {
  const shape = findLabelShape(schema);
  const rows =
    shape === 'text'
      ? [{ key: 'label', value: typeof value === 'string' ? value : '' }]
      : shape && readLabels(value, shape);
  const mistakes = (rows ?? []).flatMap(row => {
    const part = findLabelMistake(row.key, row.value);
    return part ? [{ part, text: row[part] }] : [];
  });
  if (mistakes.length > 0) {
    const t = await readTexts(apiHolder);
    mistakes.forEach(({ part, text }) =>
      field.addError(t(`labels.mistake.${part}`, { text })),
    );
  }
};
