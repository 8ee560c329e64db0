import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { FieldProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../../api/OperationsApi';
import { kratixFieldNames } from '../../fieldNames';
import { readTexts } from '../../../translation/readTexts';
import { addProblems } from './addProblems';
import type { FieldValidations } from '../FieldValidations';
import { findFieldProblems } from './findFieldProblems';
import { loadFieldValidations } from '../loadFieldValidations';
import type { SpecOptions } from '../OrderOptions';
import { placeProblems, type PlacedProblem } from './placeProblems';
import { readOrder } from '../readOrder';

type SpecValidator = CustomFieldValidator<Record<string, unknown>, SpecOptions>;

/**
 * Asks the fields of the page, and then the platform about the order, before the form goes on, and shows what
 * they refuse at the fields. Where the platform cannot be asked, or not by this person, the form goes on: its
 * last page says so.
 * @internal
 */
export const validateSpec: SpecValidator = createSpecValidator();

/**
 * The same, with validations of fields that the app does not tell of itself.
 * @internal
 */
export function createSpecValidator(
  named: FieldValidations = {},
): SpecValidator {
  return async (value, field, context) => {
    const { apiHolder, formData, schema, uiSchema } = context;
    const options = uiSchema?.['ui:options'] ?? {};
    const validations = await loadFieldValidations(apiHolder);
    const refused = await findFieldProblems(
      {
        ...{ value, schema },
        uiSchema: { ...uiSchema, 'ui:field': options.inner },
      },
      { ...validations, ...named },
      { apiHolder, formData },
    );
    const problems =
      refused.length > 0 ? refused : await askPlatform(context, options);
    if (problems.length > 0) {
      addProblems(field, problems, await readTexts(apiHolder));
    }
  };
}

async function askPlatform(
  { apiHolder, formData, schema }: Parameters<SpecValidator>[2],
  options: SpecOptions,
): Promise<PlacedProblem[]> {
  const order = readOrder(formData);
  const { platform, promise } = options;
  const api = apiHolder.get(kratixOperationsApiRef);
  if (!api || !order || !platform || !promise) {
    return [];
  }
  const answer = await api.validate({ platform, promise }, order);
  const refusal =
    answer.ok && !answer.value.ok && !answer.value.reason
      ? answer.value.errors
      : [];
  const problems = options.isReviewed ? refusal.filter(isOfField) : refusal;
  return placeProblems(problems, {
    schema: options.inner === kratixFieldNames.yaml ? {} : schema,
    options,
  });
}

/** A reviewed order may be one whose object somebody else writes: the conflict is no mistake. */
function isOfField({ path }: FieldProblem): boolean {
  return path !== '';
}
