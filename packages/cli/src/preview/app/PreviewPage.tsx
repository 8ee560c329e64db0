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
import { PreviewProblems } from './PreviewProblems';

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
  const { form, problems, file } = state;
  return (
    <Container>
      <Flex direction="column" gap="4" py="6">
        <Text as="p" color="secondary">
          {file}
        </Text>
        <PreviewProblems problems={problems} hasForm={form !== undefined} />
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
                  // Another form begins anew; a file that only was saved keeps what is typed.
                  key={JSON.stringify(form)}
                  manifest={toManifest(form)}
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

function toManifest({ title, pages }: NonNullable<PreviewState['form']>) {
  const steps = pages.map(page => ({
    title: String(page.title ?? ''),
    schema: page,
  }));
  return { title, steps };
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
    source.onmessage = event => {
      const next: PreviewState = JSON.parse(event.data);
      setState(known => keepForm(known, next));
    };
    return () => source.close();
  }, []);
  return state;
}

/** While a file is half written, the form of before stays, with what is typed into it. */
function keepForm(
  known: PreviewState | undefined,
  next: PreviewState,
): PreviewState {
  return next.form === undefined && known?.form !== undefined
    ? {
        ...next,
        form: known.form,
        problems: [...next.problems, 'The form below is the one of before.'],
      }
    : next;
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
