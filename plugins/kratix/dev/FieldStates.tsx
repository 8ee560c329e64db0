import { useState } from 'react';
import { Card, CardBody, Flex, Text } from '@backstage/ui';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  LabelField,
  NamespaceField,
  validateLabel,
  validateYaml,
  YamlField,
} from '../src/fields';
import { kratixFieldNames } from '../src/fields/fieldNames';

const extensions: FieldExtensionOptions<JsonValue>[] = [
  {
    name: kratixFieldNames.requestName,
    component: LabelField,
    validation: validateLabel,
  },
  {
    name: kratixFieldNames.namespace,
    component: NamespaceField,
    validation: validateLabel,
  },
  {
    name: kratixFieldNames.yaml,
    component: YamlField,
    validation: validateYaml,
  },
] as FieldExtensionOptions<JsonValue>[];

const schema: JsonObject = {
  type: 'object',
  required: ['objname', 'objnamespace'],
  properties: {
    objname: {
      type: 'string',
      title: 'Name',
      description: 'What you call it',
      'ui:field': kratixFieldNames.requestName,
    },
    objnamespace: {
      type: 'string',
      title: 'Namespace',
      description: 'Where it lives',
      'ui:field': kratixFieldNames.namespace,
      'ui:options': { platform: 'dev', namespaces: ['team-*'] },
    },
    size: { type: 'string', title: 'Size', description: 'An ordinary field' },
    values: {
      type: 'object',
      title: 'Values',
      description: 'Handed to the chart as they are',
      'ui:field': kratixFieldNames.yaml,
    },
  },
};

/**
 * The form fields in a form, in both themes that the scaffolder has.
 */
export function FieldStates() {
  const [submitted, setSubmitted] = useState<unknown>();
  return (
    <Flex direction="column" gap="6">
      {(['mui', 'bui'] as const).map(theme => (
        <Card key={theme}>
          <CardBody>
            <SecretsContextProvider>
              <Stepper
                manifest={{ title: theme, steps: [{ title: theme, schema }] }}
                extensions={extensions}
                initialState={{
                  objname: 'My Cache',
                  values: { a: { b: [1] } },
                }}
                formProps={{ EXPERIMENTAL_theme: theme }}
                onCreate={async values => setSubmitted(values)}
              />
            </SecretsContextProvider>
          </CardBody>
        </Card>
      ))}
      <Text as="p">{JSON.stringify(submitted)}</Text>
    </Flex>
  );
}
