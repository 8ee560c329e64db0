import type { Translate } from '../translation';
import { maximumLabelLength, type LabelProblem } from './dnsLabel';

/**
 * What is wrong with a name, in a sentence.
 * @internal
 */
export function describeLabelProblem(
  problem: LabelProblem,
  name: string,
  t: Translate,
): string {
  switch (problem) {
    case 'empty':
      return t('field.nameEmpty');
    case 'tooLong':
      return t('field.nameTooLong', {
        maximum: String(maximumLabelLength),
        length: String(name.length),
      });
    case 'invalid':
      return t('field.nameInvalid');
    default:
      return problem satisfies never;
  }
}
