import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { findLabelProblem, maximumLabelLength, suggestLabel } from './dnsLabel';

/**
 * Stops the form at a name that the API server would refuse. An empty one is left to `required`: a
 * namespace may be optional.
 * @internal
 */
export const validateLabel: CustomFieldValidator<string> = (value, field) => {
  if (!value) {
    return;
  }
  const problem = findLabelProblem(value);
  if (problem === 'tooLong') {
    field.addError(
      `Use at most ${maximumLabelLength} characters; this has ${value.length}.`,
    );
  } else if (problem) {
    const suggestion = suggestLabel(value);
    field.addError(
      `Use lower-case letters, numbers and hyphens, with a letter or number at both ends.${
        suggestion ? ` For example: ${suggestion}` : ''
      }`,
    );
  }
};
