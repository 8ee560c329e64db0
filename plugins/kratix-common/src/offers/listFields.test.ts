import { listFields } from './listFields';

const schemaOf = (spec: Record<string, unknown>) => ({
  schema: { type: 'object', properties: { spec } } as never,
});

describe('listFields', () => {
  it('says of each field what the form will ask', () => {
    const fields = listFields(
      schemaOf({
        type: 'object',
        required: ['environment'],
        properties: {
          size: {
            type: 'string',
            enum: ['small', 'large'],
            default: 'small',
            description: 'How much memory it has.',
          },
          environment: { type: 'string' },
          replicas: { type: 'integer', default: 0 },
          flags: { type: 'array', items: { type: 'string' } },
        },
      }),
    );

    expect(fields).toEqual([
      {
        name: 'environment',
        title: 'Environment',
        type: 'string',
        isRequired: true,
      },
      {
        name: 'size',
        title: 'Size',
        type: 'string',
        isRequired: false,
        description: 'How much memory it has.',
        defaultValue: 'small',
        choices: ['small', 'large'],
      },
      {
        name: 'replicas',
        title: 'Replicas',
        type: 'integer',
        isRequired: false,
        defaultValue: '0',
      },
      {
        name: 'flags',
        title: 'Flags',
        type: 'list of string',
        isRequired: false,
      },
    ]);
  });

  it("follows the author's titles and order, and leaves out what the author hides", () => {
    const fields = listFields(
      schemaOf({
        type: 'object',
        required: ['last'],
        properties: {
          last: { type: 'string' },
          first: {
            type: 'string',
            'x-kratix-portal': { order: 1, title: 'What comes first' },
          },
          secret: { type: 'string', 'x-kratix-portal': { hidden: true } },
        },
      }),
    );

    expect(fields.map(({ title }) => title)).toEqual([
      'What comes first',
      'Last',
    ]);
  });

  it.each([
    ['no schema', {}],
    ['no spec', { properties: {} }],
    ['a spec that is no object', { properties: { spec: 'no' } }],
    ['properties that are no objects', schemaOf({ properties: [1] }).schema],
  ])('finds nothing in %s', (_what, schema) => {
    expect(listFields({ schema: schema as never })).toEqual([]);
  });
});
