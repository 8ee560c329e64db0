import type { JsonObject } from '@backstage/types';
import {
  buildFormPages,
  mergeIntoRequest,
  pruneFormValues,
  templateParameters,
  toFormValues,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  getDefaultFormState,
  type RJSFSchema,
  type ValidatorType,
} from '@rjsf/utils';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { isJsonObject } from '../files/isJsonObject';

/**
 * Opens the form with the values of a request, goes through its pages without touching anything, and submits
 * it: with the form's own renderer, set up as Backstage's `Stepper` does (plugin-scaffolder-react 2.1).
 * @internal
 */
export function submitForm(
  request: JsonObject,
  api: PromiseApi,
): { readonly sent: JsonObject; readonly complaints: readonly string[] } {
  const given = isJsonObject(request.spec) ? request.spec : {};
  const validator = customizeValidator();
  let state: JsonObject = {
    [templateParameters.spec]: toFormValues(api.schema, given),
  };
  const complaints: string[] = [];
  for (const page of buildFormPages(api)) {
    state = { ...state, ...openPage(validator, page, state) };
    const { errors } = validator.validateFormData(state, page as RJSFSchema);
    complaints.push(...errors.map(error => error.stack));
  }
  const { [templateParameters.spec]: values } = state;
  const spec = pruneFormValues(api.schema, isJsonObject(values) ? values : {}, {
    previous: given,
  });
  const sent = mergeIntoRequest(request, api, spec);
  return {
    sent,
    complaints:
      isObjectAbsent(request.spec) && isObjectAbsent(sent.spec)
        ? summarize(complaints)
        : complaints,
  };
}

/**
 * A request without `spec` is one that the API server takes as it is, so that nothing of the form is sent. That the
 * form asks for fields before it lets itself be submitted is said once.
 */
function summarize(complaints: readonly string[]): string[] {
  return complaints.length === 0
    ? []
    : [
        'there is no spec, and the form asks for some of its fields before it sends one',
      ];
}

function isObjectAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function openPage(
  validator: ReturnType<typeof customizeValidator>,
  page: JsonObject,
  state: JsonObject,
): JsonObject {
  const schema = page as RJSFSchema;
  const filled = getDefaultFormState<JsonObject>(
    validator as ValidatorType<JsonObject>,
    schema,
    state,
    schema,
    false,
    { allOf: 'populateDefaults' },
  );
  return isJsonObject(filled) ? filled : state;
}
