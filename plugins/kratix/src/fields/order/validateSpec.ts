import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { FieldProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../api/OperationsApi';
import { kratixFieldNames } from '../fieldNames';
import { addProblems } from './addProblems';
import { findYamlProblems } from './findYamlProblems';
import type { SpecOptions } from './OrderOptions';
import { placeProblems } from './placeProblems';
import { readOrder } from './readOrder';

/**
 * Asks the platform about the order before the form goes on, and shows what it refuses at the fields. Where
 * the platform cannot be asked, or not by this person, the form goes on: its last page says so.
 * @internal
 */
export const validateSpec: CustomFieldValidator<
  Record<string, unknown>,
  SpecOptions
> = async (value, field, { apiHolder, formData, schema, uiSchema }) => {
  const options = uiSchema?.['ui:options'] ?? {};
  const ui = options.inner
    ? { ...uiSchema, 'ui:field': options.inner }
    : { ...uiSchema, 'ui:field': undefined };
  const unreadable = await findYamlProblems(value, ui);
  if (unreadable.length > 0) {
    addProblems(field, unreadable);
    return;
  }
  const order = readOrder(formData);
  const { platform, promise } = options;
  const api = apiHolder.get(kratixOperationsApiRef);
  if (!api || !order || !platform || !promise) {
    return;
  }
  const answer = await api.validate({ platform, promise }, order);
  const refusal =
    answer.ok && !answer.value.ok && !answer.value.reason
      ? answer.value.errors
      : [];
  const problems = options.isReviewed ? refusal.filter(isOfField) : refusal;
  addProblems(
    field,
    placeProblems(problems, {
      schema: options.inner === kratixFieldNames.yaml ? {} : schema,
      options,
    }),
  );
};

/** A reviewed order may be one whose object somebody else writes: the conflict is no mistake. */
function isOfField({ path }: FieldProblem): boolean {
  return path !== '';
}
