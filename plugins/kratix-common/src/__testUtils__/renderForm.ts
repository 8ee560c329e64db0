import type { JsonObject } from '@backstage/types';
import {
  getDefaultFormState,
  type RJSFSchema,
  type ValidatorType,
} from '@rjsf/utils';
import { customizeValidator } from '@rjsf/validator-ajv8';
import ajvErrors from 'ajv-errors';

/** As the `Stepper` of plugin-scaffolder-react 2.1 makes its own. */
const validator = customizeValidator();
ajvErrors(validator.ajv);

/** What Backstage's form holds before anybody touches it (its `Stepper` sets the behaviour). */
export function untouchedForm(schema: JsonObject): JsonObject {
  return openForm(schema, {});
}

/** What Backstage's form holds after it was opened with values, before anybody touches it. */
export function openForm(schema: JsonObject, values: JsonObject): JsonObject {
  const state = getDefaultFormState<JsonObject>(
    validator as ValidatorType<JsonObject>,
    schema as RJSFSchema,
    values,
    schema as RJSFSchema,
    false,
    { allOf: 'populateDefaults' },
  );
  return state === undefined || Array.isArray(state) ? {} : state;
}

/** What Backstage's form complains about. */
export function complaintsOf(schema: JsonObject, values: unknown): string[] {
  return validator
    .validateFormData(values, schema as RJSFSchema)
    .errors.map(error => error.stack);
}
