import type { ValidationRule } from '../JsonSchema';

/** The field that a rule's cause names. @internal */
export function fieldOf(path: string, { fieldPath }: ValidationRule): string {
  const field = `${path}${fieldPath ?? ''}`.replace(/^\./, '');
  return field === '' ? '<nil>' : field;
}
