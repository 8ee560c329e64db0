import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

/**
 * Validations of form fields, by the names that `ui:field` has for them.
 * @public
 */
export type FieldValidations = Readonly<
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has values and options of its own
  Record<string, CustomFieldValidator<any, any> | undefined>
>;
