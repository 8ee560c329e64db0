import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { aKratixApi } from '../__fixtures__';
import { kratixApiRef, type KratixApi } from '../api';
import { kratixFieldNames } from './fieldNames';
import {
  LabelField,
  NamespaceField,
  validateLabel,
  validateYaml,
  YamlField,
} from '.';

jest.setTimeout(60_000);

const extensions = [
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
] as FieldExtensionOptions[];

function renderForm(options: {
  schema: JsonObject;
  values?: Record<string, JsonValue>;
  theme?: 'mui' | 'bui';
  kratix?: KratixApi;
}) {
  const onCreate = jest.fn(async () => {});
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'Redis',
          steps: [{ title: 'About it', schema: options.schema }],
        }}
        extensions={extensions}
        initialState={options.values}
        formProps={{ EXPERIMENTAL_theme: options.theme ?? 'mui' }}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        scaffolderApiMock.mock({}),
        [kratixApiRef, options.kratix ?? aKratixApi()],
      ],
    },
  );
  return {
    onCreate,
    review: async () =>
      userEvent.click(screen.getByRole('button', { name: 'Review' })),
    create: async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Create' })),
  };
}

const nameSchema: JsonObject = {
  type: 'object',
  required: ['objname'],
  properties: {
    objname: {
      type: 'string',
      title: 'Name',
      'ui:field': kratixFieldNames.requestName,
    },
  },
};

const yamlSchema: JsonObject = {
  type: 'object',
  properties: {
    values: {
      type: 'object',
      title: 'Values',
      'ui:field': kratixFieldNames.yaml,
    },
  },
};

describe.each(['mui', 'bui'] as const)('KratixRequestName in %s', theme => {
  it('passes on a name that is allowed', async () => {
    const form = renderForm({ schema: nameSchema, theme });

    await userEvent.type(await screen.findByLabelText(/^Name/), 'my-cache');
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ objname: 'my-cache' }),
    );
  });

  it('says at once what is wrong and offers the nearest name', async () => {
    const form = renderForm({ schema: nameSchema, theme });

    await userEvent.type(await screen.findByLabelText(/^Name/), 'My Cache');
    expect(
      await screen.findByText(/^Use lower-case letters, numbers and hyphens/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use my-cache' }));

    expect(screen.getByLabelText(/^Name/)).toHaveValue('my-cache');
    await form.review();
    await form.create();
    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ objname: 'my-cache' }),
    );
  });

  it('does not let a name through that the platform would refuse', async () => {
    const form = renderForm({
      schema: nameSchema,
      values: { objname: 'a'.repeat(64) },
      theme,
    });
    await screen.findByLabelText(/^Name/);

    await form.review();

    expect(
      await screen.findAllByText('Use at most 63 characters; this has 64.'),
    ).not.toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });
});

describe.each(['mui', 'bui'] as const)('KratixNamespace in %s', theme => {
  const namespaceSchema: JsonObject = {
    type: 'object',
    required: ['objnamespace'],
    properties: {
      objnamespace: {
        type: 'string',
        title: 'Namespace',
        'ui:field': kratixFieldNames.namespace,
        'ui:options': { platform: 'dev', namespaces: [] },
      },
    },
  };
  const renderWith = (
    answer: Awaited<ReturnType<KratixApi['fetchNamespaces']>>,
  ) =>
    renderForm({
      schema: namespaceSchema,
      theme,
      kratix: aKratixApi({ fetchNamespaces: async () => answer }),
    });
  const listing = (...namespaces: string[]) =>
    ({ ok: true, value: { namespaces, isComplete: true } } as const);
  const field = () => screen.findByRole('textbox', { name: /^Namespace/ });

  it('suggests what the platform has, by keyboard alone', async () => {
    const form = renderWith(listing('default', 'team-a', 'team-b'));

    await userEvent.type(await field(), 'team');
    expect(
      (await screen.findAllByRole('option')).map(each => each.textContent),
    ).toEqual(['team-a', 'team-b']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await field()).toHaveValue('team-b');
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ objnamespace: 'team-b' }),
    );
  });

  it('chooses the only one there is', async () => {
    renderWith(listing('team-a'));

    await waitFor(async () => expect(await field()).toHaveValue('team-a'));
    expect(screen.getByText('The only one there is.')).toBeVisible();
  });

  it('does not fill in the only one between the letters that somebody types', async () => {
    let answer: (value: ReturnType<typeof listing>) => void = () => {};
    renderForm({
      schema: namespaceSchema,
      theme,
      kratix: aKratixApi({
        fetchNamespaces: () => new Promise(resolve => (answer = resolve)),
      }),
    });
    const input = await field();
    await userEvent.click(input);
    await act(async () => answer(listing('team-a')));

    expect(await screen.findByRole('option')).toHaveTextContent('team-a');
    expect(input).toHaveValue('');
    await userEvent.type(input, 'team-a');
    expect(input).toHaveValue('team-a');
    await userEvent.clear(input);
    await userEvent.tab();
    expect(input).toHaveValue('team-a');
    await userEvent.clear(input);
    await userEvent.tab();
    expect(input).toHaveValue('');
  });

  it('takes one that is not listed, and says so', async () => {
    const form = renderWith(listing('team-a', 'team-b'));

    await userEvent.type(await field(), 'shared');
    expect(
      await screen.findByText(/^dev has no namespace shared yet/),
    ).toBeVisible();
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ objnamespace: 'shared' }),
    );
  });

  it.each([
    { kind: 'unreachable', says: /^The namespaces cannot be listed now/ },
    { kind: 'forbidden', says: /^You may not see the list of namespaces/ },
  ] as const)('takes any where the list is $kind', async ({ kind, says }) => {
    const form = renderWith({ ok: false, problem: { kind, message: '' } });

    expect(await screen.findByText(says)).toBeVisible();
    await userEvent.type(await field(), 'team-a');
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ objnamespace: 'team-a' }),
    );
  });

  it('does not let a name through that the platform would refuse', async () => {
    const form = renderWith(listing('team-a', 'team-b'));

    await userEvent.type(await field(), 'Team A');
    await form.review();

    expect(
      await screen.findAllByText(
        /^Use lower-case letters, numbers and hyphens/,
      ),
    ).not.toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });
});

describe('KratixYaml', () => {
  it('passes on what the text means', async () => {
    const form = renderForm({ schema: yamlSchema });

    await userEvent.type(
      await screen.findByLabelText(/^Values/),
      'a: 1{enter}b: [[x, y]',
    );
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({
        values: { a: 1, b: ['x', 'y'] },
      }),
    );
  });

  it('shows a value that is there already', async () => {
    renderForm({ schema: yamlSchema, values: { values: { a: { b: true } } } });

    expect(await screen.findByLabelText(/^Values/)).toHaveValue(
      'a:\n  b: true\n',
    );
  });

  it('says in place where the text stops meaning anything, keeps it, and does not go on', async () => {
    const form = renderForm({ schema: yamlSchema });
    const editor = await screen.findByLabelText(/^Values/);

    await userEvent.type(editor, 'a: [[1');
    expect(await screen.findByText(/^Line 1: /)).toBeVisible();
    await form.review();

    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
    expect(editor).toHaveValue('a: [1');
    expect(editor).toBeInvalid();
  });

  it('leaves unset what is left empty', async () => {
    const form = renderForm({
      schema: yamlSchema,
      values: { values: { a: 1 } },
    });

    await userEvent.clear(await screen.findByLabelText(/^Values/));
    await form.review();
    await form.create();

    await waitFor(() => expect(form.onCreate).toHaveBeenCalledWith({}));
  });
});
