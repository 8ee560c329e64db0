import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { readTexts } from '../translation/readTexts';
import { describeLabelProblem } from './describeLabelProblem';
import { findLabelProblem, suggestLabel } from './dnsLabel';

/**
 * Stops the form at a name that the API server would refuse. An empty one is left to `required`: a
 * namespace may be optional.
 * @internal
 */
export const validateLabel: CustomFieldValidator<string> = async (
  value,
  field,
  { apiHolder },
) => {
  if (!value) {
    return;
  }
  const problem = findLabelProblem(value);
  if (!problem) {
    return;
  }
  const t = await readTexts(apiHolder);
  const suggestion = problem === 'invalid' && suggestLabel(value);
  field.addError(
    [
      describeLabelProblem(problem, value, t),
      ...(suggestion ? [t('field.forExample', { suggestion })] : []),
    ].join(' '),
  );
};
