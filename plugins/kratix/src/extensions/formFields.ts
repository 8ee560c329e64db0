import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { kratixFieldNames } from '../fields/fieldNames';

/** `scaffolder-form-field:kratix/request-name` @internal */
export const requestNameField = FormFieldBlueprint.make({
  name: 'request-name',
  params: {
    field: async () => {
      const { RequestNameField, validateRequestName } = await import(
        '../fields/order'
      );
      return createFormField({
        name: kratixFieldNames.requestName,
        component: RequestNameField,
        validation: validateRequestName,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/namespace` @internal */
export const namespaceField = FormFieldBlueprint.make({
  name: 'namespace',
  params: {
    field: async () => {
      const { NamespaceField, validateNamespace } = await import(
        '../fields/namespace'
      );
      return createFormField({
        name: kratixFieldNames.namespace,
        component: NamespaceField,
        validation: validateNamespace,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/yaml` @internal */
export const yamlField = FormFieldBlueprint.make({
  name: 'yaml',
  params: {
    field: async () => {
      const { YamlField, validateYaml } = await import('../fields');
      return createFormField({
        name: kratixFieldNames.yaml,
        component: YamlField,
        validation: validateYaml,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/spec` @internal */
export const specField = FormFieldBlueprint.make({
  name: 'spec',
  params: {
    field: async () => {
      const { SpecField, validateSpec } = await import('../fields/order');
      return createFormField({
        name: kratixFieldNames.spec,
        component: SpecField,
        validation: validateSpec,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/check` @internal */
export const checkField = FormFieldBlueprint.make({
  name: 'check',
  params: {
    field: async () => {
      const { CheckField, validateCheck } = await import('../fields/order');
      return createFormField({
        name: kratixFieldNames.check,
        component: CheckField,
        validation: validateCheck,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/destination-labels` @internal */
export const destinationLabelsField = FormFieldBlueprint.make({
  name: 'destination-labels',
  params: {
    field: async () => {
      const { DestinationLabelsField, validateDestinationLabels } =
        await import('../fields/labels');
      return createFormField({
        name: kratixFieldNames.destinationLabels,
        component: DestinationLabelsField,
        validation: validateDestinationLabels,
      });
    },
  },
});
