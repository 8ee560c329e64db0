import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { findLabelMistake } from './findLabelMistake';
import { findLabelShape, readLabels } from './labelShape';

/**
 * Stops the form at labels that no Destination can have.
 * @internal
 */
export const validateDestinationLabels: CustomFieldValidator<JsonValue> = (
  value,
  field,
  { schema },
) => {
  const shape = findLabelShape(schema);
  const rows =
    shape === 'text'
      ? [{ key: 'label', value: typeof value === 'string' ? value : '' }]
      : shape && readLabels(value, shape);
  rows?.forEach(row => {
    const mistake = findLabelMistake(row.key, row.value);
    if (mistake) {
      field.addError(mistake);
    }
  });
};
