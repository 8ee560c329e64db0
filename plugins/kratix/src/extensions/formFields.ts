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
      const { LabelField, validateLabel } = await import('../fields');
      return createFormField({
        name: kratixFieldNames.requestName,
        component: LabelField,
        validation: validateLabel,
      });
    },
  },
});

/** `scaffolder-form-field:kratix/namespace` @internal */
export const namespaceField = FormFieldBlueprint.make({
  name: 'namespace',
  params: {
    field: async () => {
      const { NamespaceField, validateLabel } = await import('../fields');
      return createFormField({
        name: kratixFieldNames.namespace,
        component: NamespaceField,
        validation: validateLabel,
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
