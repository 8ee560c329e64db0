/* eslint-disable @backstage/no-undeclared-imports -- bundled into the package (scripts/buildPreview.cjs) */
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  formFieldsApiRef,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import type { JsonObject } from '@backstage/types';
import type { PreviewState } from '../PreviewState';

/**
 * The form of the file as it is now; with every change it begins anew.
 * @internal
 */
export function PreviewPage() {
  const state = usePreviewState();
  const extensions = useFields();
  const [sent, setSent] = useState<string>();
  if (!state || !extensions) {
    return <Container>Loading…</Container>;
  }
  const { form, problems, version, file } = state;
  return (
    <Container>
      <Flex direction="column" gap="4" py="6">
        <Text as="p" color="secondary">
          {file}
        </Text>
        {problems.map(problem => (
          <Alert
            key={problem}
            icon
            status={form ? 'warning' : 'danger'}
            title={problem}
          />
        ))}
        {form && (
          <Card>
            <CardBody>
              <Text as="h1" variant="title-medium">
                {form.title}
              </Text>
              <Text as="p" color="secondary">
                {form.description}
              </Text>
              <SecretsContextProvider>
                <Stepper
                  key={version}
                  manifest={{
                    title: form.title,
                    steps: form.pages.map(page => ({
                      title: String(page.title ?? ''),
                      schema: page,
                    })),
                  }}
                  extensions={extensions}
                  onCreate={async values => setSent(await order(values))}
                />
              </SecretsContextProvider>
            </CardBody>
          </Card>
        )}
        {sent !== undefined && (
          <Alert
            status="success"
            icon
            title="This would be sent; a preview sends nothing"
            description={<pre>{sent}</pre>}
          />
        )}
      </Flex>
    </Container>
  );
}

async function order(values: JsonObject): Promise<string> {
  const response = await fetch('/order', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      mode: 'create',
      name: values.objname,
      namespace: values.objnamespace,
      spec: values.spec ?? {},
    }),
  });
  const answer: { manifest?: string } = await response.json();
  return answer.manifest ?? '';
}

function usePreviewState(): PreviewState | undefined {
  const [state, setState] = useState<PreviewState>();
  useEffect(() => {
    const source = new EventSource('/states');
    source.onmessage = event => setState(JSON.parse(event.data));
    return () => source.close();
  }, []);
  return state;
}

function useFields(): FieldExtensionOptions[] | undefined {
  const api = useApi(formFieldsApiRef);
  const [fields, setFields] = useState<FieldExtensionOptions[]>();
  useEffect(() => {
    api
      .loadFormFields()
      // A form field is opaque in its types; this is what it holds.
      .then(loaded => setFields(loaded as unknown as FieldExtensionOptions[]))
      .catch(() => setFields([]));
  }, [api]);
  return fields;
}
