import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import type {
  NamespacesResponse,
  ValidateResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixApi, OperationsApi } from '../../api';
import { kratixFieldNames } from '../fieldNames';
import { renderForm } from '../__testUtils__/renderForm';
import { isSameData } from './spec/isSameData';

jest.setTimeout(60_000);

const order = {
  platform: 'dev',
  platformTitle: 'Development',
  promise: 'redis',
};
const named = { objname: 'cache', objnamespace: 'team-a' };
const notFound: Pick<KratixApi, 'fetchRequest'> = {
  fetchRequest: async () => ({
    ok: false,
    problem: { kind: 'notFound', message: '' },
  }),
};

const page = (field: string, name: string, schema: JsonObject): JsonObject => ({
  title: 'Redis',
  type: 'object',
  properties: {
    [name]: { ...schema, 'ui:field': field, 'ui:options': order },
  },
});

/** A field of an app, as its author would make one: it takes only capital letters. */
const capitals = {
  name: 'Capitals',
  component: ({
    formData,
    onChange,
    schema,
  }: FieldExtensionComponentProps<string>) => (
    <input
      aria-label={schema.title}
      value={formData ?? ''}
      onChange={event => onChange(event.target.value)}
    />
  ),
  validation: (
    value: string,
    field: { addError(message: string): void },
    { schema }: { schema: JsonObject },
  ) => {
    if (value !== value.toUpperCase()) {
      field.addError(`${schema.title} must be capital letters`);
    }
  },
} as unknown as FieldExtensionOptions;

describe('KratixSpec', () => {
  const capital = (title: string) => ({
    type: 'string',
    title,
    'ui:field': 'Capitals',
  });
  const schema = page(kratixFieldNames.spec, 'spec', {
    type: 'object',
    title: 'Redis',
    properties: {
      code: capital('Code'),
      team: { type: 'object', properties: { short: capital('Short') } },
      many: {
        type: 'array',
        items: { type: 'object', properties: { word: capital('Word') } },
      },
    },
  });
  const render = (
    spec: JsonObject,
    validate: OperationsApi['validate'] = async () => ({
      ok: true,
      value: { ok: true, spec: {} },
    }),
  ) =>
    renderForm({
      ...{ schema, fields: [capitals], values: { ...named, spec } },
      ...{ kratix: notFound, operations: { validate } },
    });

  // Fields of an app were shown on the pages of a service, and never asked what they have against a value:
  // the order went out with it.
  it.each<[string, JsonObject, string]>([
    ['on the page', { code: 'x' }, 'Code'],
    ['in a section', { team: { short: 'x' } }, 'Short'],
    ['in a list', { many: [{ word: 'X' }, { word: 'x' }] }, 'Word'],
  ])('asks the fields of the app, %s', async (_where, spec, title) => {
    const validate = jest.fn();
    const form = render(spec, validate);
    await screen.findByLabelText('Code');

    await form.review();

    expect(
      await screen.findAllByText(`${title} must be capital letters`),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);
    // What its own fields refuse is nothing to ask the platform about.
    expect(validate).not.toHaveBeenCalled();
  });

  it('goes on where they have nothing against it', async () => {
    const spec = { code: 'X', team: { short: 'Y' }, many: [{ word: 'Z' }] };
    const form = render(spec);
    await screen.findByLabelText('Code');

    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ ...named, spec }),
    );
  });

  it('holds back what a field of the app cannot judge, and says so', async () => {
    const broken = {
      ...capitals,
      validation: async () => {
        throw new Error('The register of codes does not answer');
      },
    } as unknown as FieldExtensionOptions;
    const form = renderForm({
      ...{
        schema,
        fields: [broken],
        values: { ...named, spec: { code: 'X' } },
      },
      kratix: notFound,
    });
    await screen.findByLabelText('Code');

    await form.review();

    expect(
      await screen.findAllByText('The register of codes does not answer'),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);
  });

  it('says in its own words what is needed, on the page and in lists', async () => {
    const answer = (title: string) => ({
      ...{ type: 'object', required: ['yes'] },
      properties: { yes: { type: 'boolean', title, 'ui:widget': 'radio' } },
    });
    const { properties, required } = answer('Backups');
    const form = renderForm({
      schema: page(kratixFieldNames.spec, 'spec', {
        ...{ type: 'object', title: 'Redis', required },
        properties: {
          ...properties,
          users: { type: 'array', title: 'Users', items: answer('Admin') },
        },
      }),
      values: { ...named, spec: { users: [{}] } },
      kratix: notFound,
    });
    await screen.findAllByText('Backups');

    await form.review();

    expect(await screen.findByText('Backups is needed.')).toBeVisible();
    expect(screen.getByText('Admin is needed.')).toBeVisible();
    expect(form.isStillOpen()).toBe(true);
  });

  it('shows at its field what the platform refuses', async () => {
    const form = render({ code: 'X' }, async () => ({
      ok: true,
      value: {
        ...{ ok: false, message: 'Invalid' },
        errors: [{ path: 'spec.team.short', message: 'is taken by others' }],
      },
    }));
    await screen.findByLabelText('Code');

    await form.review();

    expect(await screen.findAllByText(/is taken by others/)).not.toHaveLength(
      0,
    );
    expect(form.isStillOpen()).toBe(true);
  });

  it('locks, in a change, what stands and may not change', async () => {
    renderForm({
      schema: {
        type: 'object',
        properties: {
          spec: {
            type: 'object',
            properties: {
              size: { type: 'string', title: 'Size' },
              note: { type: 'string', title: 'Note' },
            },
            'ui:field': kratixFieldNames.spec,
            'ui:options': { ...order, locked: [['size'], ['note']] },
          },
        },
      },
      values: { ...named, mode: 'change', spec: { size: 'small' } },
      kratix: {
        fetchRequest: async () =>
          ({ ok: true, value: { spec: { size: 'small' } } } as never),
      },
    });

    await waitFor(() => expect(screen.getByLabelText('Size')).toBeDisabled());
    expect(screen.getByLabelText('Note')).toBeEnabled();
  });
});

describe('KratixRequestName', () => {
  const schema = page(kratixFieldNames.requestName, 'objname', {
    type: 'string',
    title: 'Name',
  });

  it('says while somebody types that a name is taken, and goes no further', async () => {
    const form = renderForm({
      ...{ schema, values: { objnamespace: 'team-a' } },
      kratix: {
        fetchRequest: async ({ name }) =>
          name === 'cache'
            ? ({ ok: true, value: {} } as never)
            : notFound.fetchRequest({ ...order, namespace: '', name }),
      },
    });

    await userEvent.type(await screen.findByLabelText(/^Name/), 'cache');
    expect(
      await screen.findByText(
        'team-a has one named cache already. Take another.',
      ),
    ).toBeVisible();
    await form.review();
    expect(
      await screen.findAllByText(/team-a has one of this name already/),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);

    await userEvent.type(screen.getByLabelText(/^Name/), '-2');
    await form.review();
    await form.create();
    await waitFor(() => expect(form.onCreate).toHaveBeenCalled());
  });

  it('stays as it is in a change', async () => {
    renderForm({ schema, values: { ...named, mode: 'change' } });

    expect(await screen.findByLabelText(/^Name/)).toBeDisabled();
    expect(screen.getByText(/^It keeps its name/)).toBeVisible();
  });
});

describe('KratixNamespace, of a Promise', () => {
  const schema = page(kratixFieldNames.namespace, 'objnamespace', {
    type: 'string',
    title: 'Namespace',
  });
  const render = (value: NamespacesResponse, asked: unknown[] = []) =>
    renderForm({
      schema,
      kratix: {
        fetchNamespaces: async (platform, options) => {
          asked.push({ platform, promise: options?.promise });
          return { ok: true, value };
        },
      },
    });
  const field = () => screen.findByRole('textbox', { name: /^Namespace/ });

  it('lists those in which the person may order, and goes into no other', async () => {
    const asked: unknown[] = [];
    const form = render(
      { namespaces: ['team-a', 'team-b'], isComplete: true, withheld: 3 },
      asked,
    );

    await userEvent.type(await field(), 'other');
    expect(
      await screen.findByText(/^You may not order this in other/),
    ).toBeVisible();
    await form.review();

    expect(
      await screen.findAllByText(/You may in team-a, team-b\.$/),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);
    expect(asked).toContainEqual({ platform: 'dev', promise: 'redis' });
  });

  it('takes one that is suggested to nobody: who may order there was not asked', async () => {
    const form = render({
      namespaces: ['team-a', 'team-b'],
      isComplete: true,
      withheld: 3,
    });

    await userEvent.type(await field(), 'kratix-demo');
    expect(screen.queryByText(/^You may not order/)).not.toBeInTheDocument();
    await form.review();
    await form.create();

    await waitFor(() => expect(form.onCreate).toHaveBeenCalled());
  });

  it('takes the only one that is the person’s', async () => {
    render({ namespaces: ['team-a'], isComplete: true, withheld: 3 });

    await waitFor(async () => expect(await field()).toHaveValue('team-a'));
    expect(
      screen.getByText('The only one in which you may order this.'),
    ).toBeVisible();
  });

  it('says when there is none', async () => {
    render({ namespaces: [], isComplete: true, withheld: 3 });

    expect(
      await screen.findByText(
        /^You may not order this in any namespace of Development/,
      ),
    ).toBeVisible();
  });

  it('takes any where rights could not be found out, and says why', async () => {
    const form = render({
      ...{ namespaces: ['team-a', 'team-b'], isComplete: true, withheld: 1 },
      unjudged: 'It does not answer',
    });

    expect(
      await screen.findByText(
        /every namespace is listed. \(It does not answer\)/,
      ),
    ).toBeVisible();
    await userEvent.type(await field(), 'other');
    await form.review();
    await form.create();
    await waitFor(() => expect(form.onCreate).toHaveBeenCalled());
  });
});

describe('KratixCheck', () => {
  const schema = page(kratixFieldNames.check, 'kratixCheck', {
    type: 'boolean',
    default: true,
  });
  const manifest = 'kind: Redis\nsize: small\n';
  const render = (
    value: ValidateResponse,
    operations: Partial<OperationsApi> = {},
  ) =>
    renderForm({
      ...{ schema, values: { ...named, spec: {} } },
      operations: {
        validate: async () => ({ ok: true, value }),
        ...operations,
      },
    });

  it('shows what will be sent, and that the platform would take it', async () => {
    const form = render({ ok: true, spec: {}, manifest });

    expect(
      await screen.findByText('Development would take this'),
    ).toBeVisible();
    expect(screen.getByText('What will be sent')).toBeVisible();
    expect(screen.getByText(/size: small/)).toBeVisible();
    await form.review();
    await form.create();
    await waitFor(() => expect(form.onCreate).toHaveBeenCalled());
  });

  it('asks nothing where the form does not say what is ordered', async () => {
    renderForm({ schema, values: {} });

    expect(await screen.findByText(/^This cannot be checked/)).toBeVisible();
  });

  it('says why not in words that can be translated', async () => {
    const form = render(
      { ok: true, spec: {} },
      {
        validate: async () => ({
          ok: false,
          problem: {
            kind: 'forbidden',
            message: 'raw words',
            wording: {
              key: 'operation.needsPermission',
              params: { permission: 'kratix.request.create' },
            },
          },
        }),
      },
    );

    expect(await screen.findByText(/kratix\.request\.create/)).toBeVisible();
    expect(screen.queryByText(/raw words/)).not.toBeInTheDocument();
    expect(form.isStillOpen()).toBe(true);
  });

  it('says what the platform would leave out, of a copy for example', async () => {
    renderForm({
      ...{ schema, values: { ...named, spec: { size: 's', backup: 'x' } } },
      operations: {
        validate: async () => ({
          ok: true,
          value: { ok: true, spec: { size: 's' }, manifest },
        }),
      },
    });

    expect(
      await screen.findByText('Left out: Development has no place for it'),
    ).toBeVisible();
    expect(screen.getByText('spec.backup')).toBeVisible();
    expect(screen.queryByText('spec.size')).not.toBeInTheDocument();
  });

  it('shows, of a change, what differs', async () => {
    render({
      ok: true,
      spec: {},
      manifest,
      before: 'kind: Redis\nsize: large\n',
    });

    expect(await screen.findByText('What will change')).toBeVisible();
    expect(screen.getByText(/size: large/)).toBeVisible();
  });

  it('holds back what the platform refuses, until it is asked again', async () => {
    const answers: ValidateResponse[] = [
      {
        ...{ ok: false, message: 'no', manifest },
        errors: [{ path: 'spec.size', message: 'too big' }],
      },
    ];
    const good: ValidateResponse = { ok: true, spec: {}, manifest };
    const form = render(good, {
      validate: async () => ({ ok: true, value: answers[0] ?? good }),
    });

    expect(
      await screen.findByText('Development would refuse this'),
    ).toBeVisible();
    expect(screen.getByText('spec.size')).toBeVisible();
    await form.review();
    expect(
      await screen.findAllByText(/does not take it as it is/),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);

    answers.length = 0;
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(
      await screen.findByText('Development would take this'),
    ).toBeVisible();
  });

  it('says which right is missing', async () => {
    render({
      ...{ ok: false, reason: 'forbidden', errors: [], manifest },
      message: 'You need the verb create on redises.example.org',
    });

    expect(
      await screen.findByText('You may not send this to Development'),
    ).toBeVisible();
    expect(screen.getByText(/create on redises.example.org/)).toBeVisible();
  });

  it('lets go on what could not be asked about', async () => {
    const form = render({
      ...{ ok: false, reason: 'unreachable', errors: [], manifest },
      message: 'connect ECONNREFUSED',
    });

    expect(
      await screen.findByText('Development could not be asked'),
    ).toBeVisible();
    await form.review();
    await form.create();
    await waitFor(() => expect(form.onCreate).toHaveBeenCalled());
  });
});

const longPage = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties: {
    spec: {
      ...{ type: 'object', properties },
      ...{ 'ui:field': kratixFieldNames.spec, 'ui:options': order },
    },
  },
});

describe('a long page', () => {
  const watched = (name: string, read: (context: unknown) => string) =>
    ({
      name,
      component: ({
        formContext,
        formData,
        onChange,
        schema,
      }: FieldExtensionComponentProps<string>) => {
        return (
          <label>
            {schema.title} {read(formContext)}
            <input
              value={formData ?? ''}
              onChange={event => onChange(event.target.value)}
            />
          </label>
        );
      },
    } as unknown as FieldExtensionOptions);

  // Of 400 fields each was made anew with every letter, since all are told the values of the whole form.
  it('makes only what changed anew, and tells the fields of an app of each change', async () => {
    const counted = jest.fn();
    const text = (title: string) => ({ type: 'string', title });
    renderForm({
      schema: {
        type: 'object',
        properties: {
          spec: {
            type: 'object',
            properties: {
              a: text('First'),
              b: { ...text('Second'), description: 'Told by **counting**' },
              c: { ...text('Mirror'), 'ui:field': 'Mirror' },
            },
            'ui:field': kratixFieldNames.spec,
            'ui:options': order,
          },
        },
      },
      values: { spec: {} },
      fields: [
        watched('Mirror', context => {
          const { formData } = context as {
            formData: { spec?: { a?: string } };
          };
          counted(formData.spec?.a);
          return formData.spec?.a ?? '';
        }),
      ],
    });
    const second = await screen.findByLabelText(/^Second/);
    const before = second.closest('div');

    await userEvent.type(await screen.findByLabelText(/^First/), 'abc');

    expect(await screen.findByLabelText('Mirror abc')).toBeVisible();
    expect(counted).toHaveBeenLastCalledWith('abc');
    expect(second.closest('div')).toBe(before);
    await userEvent.type(screen.getByLabelText(/^Second/), 'x');
    expect(screen.getByLabelText(/^First/)).toHaveValue('abc');
    expect(screen.getByLabelText(/^Second/)).toHaveValue('x');
  });

  it('loses no letter where text is told to the form in pauses', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `f${index}`,
        { type: index === 1 ? 'number' : 'string', title: `Field ${index};` },
      ]),
    );
    const form = renderForm({
      ...{ schema: longPage(fields), values: { ...named, spec: {} } },
      kratix: notFound,
      operations: {
        validate: async () => ({ ok: true, value: { ok: true, spec: {} } }),
      },
    });

    await userEvent.type(await screen.findByLabelText('Field 0;'), 'abc');
    await userEvent.type(screen.getByLabelText('Field 1;'), '1.5');
    await userEvent.type(screen.getByLabelText('Field 2;'), 'xy{Enter}');
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({
        ...named,
        spec: { f0: 'abc', f1: 1.5, f2: 'xy' },
      }),
    );
  });

  it('keeps what says the same, and nothing else', () => {
    const component = () => null;
    const value = { a: [1, { b: 'c' }], component };

    expect(isSameData(value, { a: [1, { b: 'c' }], component })).toBe(true);
    expect(isSameData(value, { ...value, a: [1, { b: 'd' }] })).toBe(false);
    expect(isSameData(value, { ...value, component: () => null })).toBe(false);
    expect(isSameData({ a: undefined }, { b: undefined })).toBe(false);
    expect(isSameData([], {})).toBe(false);
  });
});
