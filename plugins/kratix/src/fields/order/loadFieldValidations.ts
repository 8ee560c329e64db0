import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { kratixFieldNames } from '../fieldNames';
import { validateDestinationLabels } from '../labels/validateDestinationLabels';
import { validateYaml } from '../validateYaml';
import type { FieldValidations } from './FieldValidations';

const ownValidations: FieldValidations = {
  [kratixFieldNames.yaml]: validateYaml,
  [kratixFieldNames.destinationLabels]: validateDestinationLabels,
};

/**
 * The validations of every field that the app has. The old frontend system tells nobody which those are, so
 * that only ours are known there, and what an app names by hand.
 * @internal
 */
export async function loadFieldValidations(
  apiHolder: ApiHolder,
): Promise<FieldValidations> {
  // Only here: the validators are loaded with every form of the old system.
  const { formFieldsApiRef } = await import(
    '@backstage/plugin-scaffolder-react/alpha'
  );
  const api = apiHolder.get(formFieldsApiRef);
  // A form field is opaque in its types; this is what it holds (plugin-scaffolder, formFieldsApi).
  const fields = ((await api?.loadFormFields()) ?? []) as unknown as readonly {
    readonly name: string;
    readonly validation?: FieldValidations[string];
  }[];
  return {
    ...ownValidations,
    ...Object.fromEntries(
      fields.map(({ name, validation }) => [name, validation]),
    ),
  };
}
