import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  formFieldsApiRef,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { aKratixApi } from '../../__fixtures__';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  type KratixApi,
  type OperationsApi,
} from '../../api';
import { kratixFieldNames } from '../fieldNames';
import {
  DestinationLabelsField,
  NamespaceField,
  validateDestinationLabels,
  validateNamespace,
  validateYaml,
  YamlField,
} from '..';
import {
  CheckField,
  RequestNameField,
  SpecField,
  validateCheck,
  validateRequestName,
  validateSpec,
} from '../order';

const { requestName, namespace, yaml, spec, check, destinationLabels } =
  kratixFieldNames;

const ownFields = [
  {
    ...{ name: requestName, component: RequestNameField },
    validation: validateRequestName,
  },
  {
    ...{ name: namespace, component: NamespaceField },
    validation: validateNamespace,
  },
  { name: yaml, component: YamlField, validation: validateYaml },
  { name: spec, component: SpecField, validation: validateSpec },
  { name: check, component: CheckField, validation: validateCheck },
  {
    ...{ name: destinationLabels, component: DestinationLabelsField },
    validation: validateDestinationLabels,
  },
] as unknown as readonly FieldExtensionOptions[];

/** A form of Backstage with our fields, and with those of an app, as the scaffolder shows it. */
export function renderForm(options: {
  schema: JsonObject | readonly JsonObject[];
  values?: Record<string, JsonValue>;
  kratix?: Partial<KratixApi>;
  operations?: Partial<OperationsApi>;
  fields?: readonly FieldExtensionOptions[];
}) {
  const onCreate = jest.fn(async () => {});
  const extensions = [...ownFields, ...(options.fields ?? [])];
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'Redis',
          steps: [options.schema]
            .flat()
            .map(schema => ({ title: String(schema.title ?? ''), schema })),
        }}
        extensions={extensions}
        initialState={options.values}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        scaffolderApiMock.mock({}),
        [kratixApiRef, aKratixApi(options.kratix)],
        [kratixOperationsApiRef, (options.operations ?? {}) as OperationsApi],
        [formFieldsApiRef, { loadFormFields: async () => extensions as never }],
      ],
    },
  );
  const press = async (name: string) =>
    userEvent.click(await screen.findByRole('button', { name }));
  return {
    onCreate,
    next: () => press('Next'),
    review: () => press('Review'),
    create: () => press('Create'),
    isStillOpen: () =>
      screen.queryByRole('button', { name: 'Create' }) === null,
  };
}
