import type { JsonObject } from '@backstage/types';
import {
  complaintsOf,
  openForm,
  untouchedForm,
} from '../../__testUtils__/renderForm';
import { pruneFormValues } from '../../manifest';
import { crdSchemaToForm, type CrdFormOptions } from './crdSchemaToForm';
import { cpuMs } from '../../__testUtils__/cpuMs';

describe('crdSchemaToForm', () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      'a text with its rules',
      {
        type: 'string',
        description: 'A name',
        minLength: 3,
        maxLength: 63,
        pattern: '^[a-z]+$',
        example: 'shop',
      },
      {
        type: 'string',
        title: 'My field',
        description: 'A name',
        minLength: 3,
        maxLength: 63,
        pattern: '^[a-z]+$',
        'ui:placeholder': 'shop',
      },
    ],
    [
      'bounds of zero',
      { type: 'integer', minimum: 0, maximum: 0, default: 0 },
      {
        type: 'integer',
        title: 'My field',
        minimum: 0,
        maximum: 0,
        default: 0,
      },
    ],
    [
      'exclusive bounds, which a CRD writes as switches',
      {
        type: 'number',
        minimum: 0,
        exclusiveMinimum: true,
        maximum: 1,
        exclusiveMaximum: true,
        multipleOf: 0.5,
      },
      {
        type: 'number',
        title: 'My field',
        exclusiveMinimum: 0,
        exclusiveMaximum: 1,
        multipleOf: 0.5,
      },
    ],
    [
      'a choice',
      { type: 'string', enum: ['a', 'b', 'a'], default: 'b' },
      { type: 'string', title: 'My field', enum: ['a', 'b'], default: 'b' },
    ],
    [
      'false as a default',
      { type: 'boolean', default: false },
      { type: 'boolean', title: 'My field', default: false },
    ],
    [
      'an empty text as a default, which is unset',
      { type: 'string', default: '' },
      { type: 'string', title: 'My field' },
    ],
    [
      'a number or a text',
      {
        'x-kubernetes-int-or-string': true,
        anyOf: [{ type: 'integer' }, { type: 'string' }],
        default: 80,
      },
      { type: ['string', 'integer'], title: 'My field', default: 80 },
    ],
    [
      'what may be null',
      { type: 'string', nullable: true, default: null },
      { type: ['string', 'null'], title: 'My field' },
    ],
    [
      'a password',
      { type: 'string', format: 'password' },
      {
        type: 'string',
        title: 'My field',
        description:
          'It becomes part of the request: whoever may read that can read it.',
        'ui:autocomplete': 'new-password',
        'ui:backstage': { review: { mask: '••••••' } },
        'ui:options': { inputType: 'password' },
      },
    ],
    [
      'formats that only one side knows',
      { type: 'integer', format: 'int32' },
      { type: 'integer', title: 'My field' },
    ],
    [
      'free form as an editor',
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      anEditor({ type: ['object', 'null'] }),
    ],
    [
      'an object that says nothing about itself as an editor',
      { type: 'object' },
      anEditor({ type: ['object', 'null'] }),
    ],
    [
      'a type that nobody knows as an editor',
      { type: 'tensor' },
      { title: 'My field', 'ui:field': 'KratixYaml' },
    ],
    [
      'a map of texts',
      {
        type: 'object',
        additionalProperties: { type: 'string', maxLength: 5 },
        default: {},
      },
      {
        type: 'object',
        title: 'My field',
        additionalProperties: { type: 'string', maxLength: 5 },
      },
    ],
    [
      'a map of sections as an editor, since no field is looked for below maps',
      {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: { a: { type: 'string' } },
        },
      },
      anEditor({
        type: ['object', 'null'],
        additionalProperties: {
          type: ['object', 'null'],
          properties: { a: { type: ['string', 'null'] } },
        },
      }),
    ],
    [
      'an optional list, whose minimum would make it appear',
      {
        type: 'array',
        minItems: 2,
        maxItems: 4,
        items: { type: 'string' },
        default: [],
      },
      {
        type: 'array',
        title: 'My field',
        maxItems: 4,
        items: { type: 'string' },
        not: { type: 'array', minItems: 1, maxItems: 1 },
        errorMessage: { not: 'needs at least 2 entries, or none' },
      },
    ],
    [
      'a set of choices as tick boxes',
      {
        type: 'array',
        'x-kubernetes-list-type': 'set',
        items: { type: 'string', enum: ['a', 'b'] },
      },
      {
        type: 'array',
        title: 'My field',
        uniqueItems: true,
        items: { type: 'string', enum: ['a', 'b'] },
        'ui:widget': 'checkboxes',
      },
    ],
    [
      'a list of free form as an editor',
      {
        type: 'array',
        items: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
        },
      },
      anEditor({ type: ['array', 'null'], items: { type: 'object' } }),
    ],
    [
      'keywords of the wrong type, which would break the form',
      {
        type: 'string',
        minLength: 'three',
        maxLength: -1,
        enum: [],
        pattern: '(?i)go-only',
        title: 7,
        description: { a: 1 },
        default: ['x'],
      },
      { type: 'string', title: 'My field' },
    ],
    [
      'the hints of its author',
      {
        type: 'string',
        'x-kratix-portal': {
          title: 'Which one',
          widget: 'textarea',
          placeholder: 'one',
          help: 'Ask Ana',
          options: { rows: 4 },
        },
      },
      {
        type: 'string',
        title: 'Which one',
        'ui:widget': 'textarea',
        'ui:placeholder': 'one',
        'ui:help': 'Ask Ana',
        'ui:options': { rows: 4 },
      },
    ],
    [
      'any other option of the form, by its own name',
      {
        type: 'string',
        'x-kratix-portal': {
          'ui:emptyValue': '',
          'ui:backstage': { review: { show: false } },
          'ui:widget': 'bomb',
          'ui:ObjectFieldTemplate': 'x',
        },
      },
      {
        type: 'string',
        title: 'My field',
        'ui:emptyValue': '',
        'ui:backstage': { review: { show: false } },
      },
    ],
    [
      'what its rules say, and that it cannot change',
      {
        type: 'string',
        description: 'A size',
        'x-kubernetes-validations': [
          { rule: 'self != "x"', message: 'x is not for you' },
          { rule: 'self == oldSelf' },
        ],
      },
      {
        type: 'string',
        title: 'My field',
        description:
          'A size\n\nX is not for you.\n\nIt cannot be changed later.',
      },
    ],
    [
      'null among choices',
      { type: 'string', nullable: true, enum: ['a', null] },
      { type: ['string', 'null'], title: 'My field', enum: ['a', null] },
    ],
    [
      'a pattern as JavaScript must read it',
      { type: 'string', pattern: '^\\s.[\\s\\w]$' },
      {
        type: 'string',
        title: 'My field',
        pattern: '^[\\t\\n\\f\\r ][^\\n][\\t\\n\\f\\r \\w]$',
      },
    ],
    [
      'alternatives of one value as one rule',
      { type: 'string', anyOf: [{ pattern: '^a' }, { maxLength: 1 }] },
      {
        type: 'string',
        title: 'My field',
        not: { not: { anyOf: [{ pattern: '^a' }, { maxLength: 1 }] } },
        errorMessage: {
          not: 'does not have one of the forms that are allowed',
        },
      },
    ],
    [
      'a format that only the API server reads as it does, as a pattern',
      { type: 'string', format: 'uuid' },
      {
        type: 'string',
        title: 'My field',
        pattern: expect.stringContaining('-?') as unknown as string,
      },
    ],
    [
      'an editor where its author wants one',
      {
        type: 'object',
        properties: { a: { type: 'string' } },
        'x-kratix-portal': { field: 'KratixYaml' },
      },
      anEditor({
        type: ['object', 'null'],
        properties: { a: { type: ['string', 'null'] } },
      }),
    ],
    [
      'hints that make no sense',
      {
        type: 'string',
        'x-kratix-portal': { field: 'Secret', widget: 'bomb', order: 'x' },
      },
      { type: 'string', title: 'My field' },
    ],
    [
      "a field of the portal's own",
      { type: 'string', 'x-kratix-portal': { field: 'EntityPicker' } },
      { type: 'string', title: 'My field', 'ui:field': 'EntityPicker' },
    ],
  ])('shows %s', (_, schema, expected) => {
    const form = formOf({ properties: { myField: schema } });

    expect(form.properties).toEqual({ myField: expected });
    expect(complaintsOf(form, untouchedForm(form))).toEqual([]);
  });

  it('asks for nothing of what nobody asked for', () => {
    const form = formOf({ required: ['name'], properties: nestedDatabase });

    expect(complaintsOf(form, untouchedForm(form))).toEqual([
      "must have required property 'Name'",
    ]);
    expect(complaintsOf(form, { name: 'x', database: { tags: [] } })).toEqual(
      [],
    );
  });

  it('asks for everything of what somebody began', () => {
    const form = formOf({ required: ['name'], properties: nestedDatabase });

    expect(
      complaintsOf(form, { name: 'x', database: { engine: 'pg' } }),
    ).toEqual([
      "must have required property 'Access'",
      "'Database' needs more, or nothing at all",
    ]);
    expect(
      complaintsOf(form, { name: 'x', database: { engine: 'pg', access: {} } }),
    ).toEqual([
      "must have required property 'Host'",
      "'Database' needs more, or nothing at all",
    ]);
    expect(
      complaintsOf(form, {
        name: 'x',
        database: { engine: 'pg', access: { host: 'h' } },
      }),
    ).toEqual([]);
    expect(
      complaintsOf(form, { name: 'x', database: { tags: ['a'] } }),
    ).toEqual([
      "must have required property 'Engine'",
      "must have required property 'Access'",
      "'Database' needs more, or nothing at all",
    ]);
  });

  it('fills in defaults of what is certain to be there, and only tells the others', () => {
    const size = { type: 'string', default: 'small' };
    const isOn = { type: 'boolean', default: true };

    const form = formOf({
      required: ['must'],
      properties: {
        must: { type: 'object', properties: { size } },
        preset: { type: 'object', default: {}, properties: { size } },
        may: { type: 'object', properties: { size, isOn } },
      },
    });

    expect(untouchedForm(form)).toEqual({
      must: { size: 'small' },
      preset: { size: 'small' },
    });
    expect(form.properties).toMatchObject({
      may: {
        properties: {
          size: {
            description: 'Default: small',
            'ui:placeholder': 'small',
          },
          isOn: { description: 'Default: true', 'ui:widget': 'select' },
        },
      },
    });
  });

  it('shows defaults the way its fields hold them', () => {
    const port = { 'x-kubernetes-int-or-string': true };

    const form = formOf({
      properties: {
        map: {
          type: 'object',
          additionalProperties: port,
          default: { http: 80 },
        },
        list: { type: 'array', items: port, default: [80, '50%'] },
        section: {
          type: 'object',
          properties: { port },
          default: { port: 80 },
        },
      },
    });

    const untouched = untouchedForm(form);
    expect(untouched).toEqual({
      map: { http: 80 },
      list: [80, '50%'],
      section: { port: 80 },
    });
    expect(complaintsOf(form, untouched)).toEqual([]);
  });

  it('puts first what its author puts first, then what must be filled in', () => {
    const text = { type: 'string' };

    const form = formOf({
      required: ['d', 'b'],
      properties: {
        a: text,
        b: text,
        c: { ...text, 'x-kratix-portal': { order: 2 } },
        d: text,
        e: { ...text, 'x-kratix-portal': { order: 1 } },
        f: { ...text, 'x-kratix-portal': { order: 0, advanced: true } },
      },
    });

    expect(form['ui:order']).toEqual(['e', 'c', 'b', 'd', 'a', 'f', '*']);
  });

  it('hides what its author hides, unless it must be filled in', () => {
    const hidden = { type: 'string', 'x-kratix-portal': { hidden: true } };

    const form = formOf({
      required: ['must', 'hasDefault'],
      properties: {
        must: hidden,
        may: hidden,
        hasDefault: { ...hidden, default: 'x' },
      },
    });

    expect(Object.keys(form.properties as JsonObject)).toEqual(['must']);
  });

  it.each([
    ['a rule', { 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] }],
    [
      'the rule, reversed',
      {
        'x-kubernetes-validations': [{ rule: ' oldSelf==self ' }],
      },
    ],
    ['a hint', { 'x-kratix-portal': { immutable: true } }],
    ["SKE's key", { 'x-kratix-immutable': true }],
  ])('locks what may not change by %s, in updates only', (_, keywords) => {
    const schema = {
      properties: { a: { type: 'string', ...keywords } },
    } as JsonObject;
    const locked = { a: { 'ui:readonly': true, 'ui:disabled': true } };

    expect(formOf(schema, { mode: 'update' }).properties).toMatchObject(locked);
    expect(formOf(schema).properties).not.toMatchObject(locked);
  });

  it('locks what a rule of its object says', () => {
    const schema: JsonObject = {
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      'x-kubernetes-validations': [
        { rule: 'self.a == oldSelf.a && size(self.b) > 0' },
      ],
    };

    const forms = formOf(schema, { mode: 'update' }).properties;

    expect(forms).toMatchObject({ a: { 'ui:readonly': true } });
    expect(forms).not.toMatchObject({ b: { 'ui:readonly': true } });
  });

  it.each([
    '(?i)a',
    '\\Aa\\z',
    '[[:alpha:]]',
    '\\pL',
    '(?=a)',
    'a++',
    '\\u0041',
  ])(
    'does not check the pattern %s, which JavaScript reads otherwise',
    pattern => {
      const { schema, dropped } = crdSchemaToForm(
        root({ properties: { a: { type: 'string', pattern } } }),
      );

      expect(JSON.stringify(schema)).not.toContain('"pattern"');
      expect(dropped).toMatchObject([
        { code: 'rule-left-to-platform', path: 'spec.a' },
      ]);
    },
  );

  it('asks for a yes or a no where there must be one', () => {
    const bool = { type: 'boolean' };
    const form = formOf({
      required: ['must', 'preset'],
      properties: {
        must: bool,
        may: bool,
        preset: { ...bool, default: false },
      },
    });

    expect(form.properties).toMatchObject({ must: { 'ui:widget': 'radio' } });
    expect(form.properties).not.toHaveProperty('may.ui:widget');
    expect(form.properties).not.toHaveProperty('preset.ui:widget');
    expect(complaintsOf(form, { must: false, preset: false })).toEqual([]);
  });

  describe('alternatives', () => {
    const text = { type: 'string' };

    it('become a choice between what each of them needs', () => {
      const form = formOf({
        required: ['name'],
        properties: { name: text, url: text, inline: text },
        oneOf: [{ required: ['url'] }, { required: ['inline'] }],
      });

      expect(form).toMatchObject({
        required: ['name'],
        properties: { name: { type: 'string' } },
        oneOf: [
          {
            title: 'URL',
            required: ['url'],
            properties: { url: { type: 'string', title: 'URL' } },
          },
          {
            title: 'Inline',
            required: ['inline'],
            properties: { inline: { type: 'string', title: 'Inline' } },
          },
        ],
      });
      expect(form.properties).not.toHaveProperty('url');
      expect(complaintsOf(form, { name: 'x', url: 'u' })).toEqual([]);
    });

    it('set the value by which they are told apart', () => {
      const form = formOf({
        required: ['kind'],
        properties: {
          kind: { type: 'string', enum: ['s3', 'gcs'] },
          bucket: text,
          project: text,
        },
        oneOf: [
          { properties: { kind: { enum: ['s3'] } }, required: ['bucket'] },
          { properties: { kind: { enum: ['gcs'] } }, required: ['project'] },
        ],
      });

      expect(untouchedForm(form)).toEqual({ kind: 's3' });
      expect(complaintsOf(form, { kind: 'gcs', project: 'p' })).toEqual([]);
    });

    describe('in an object that nobody need ask for', () => {
      const source = {
        type: 'object',
        required: ['interval'],
        properties: {
          interval: text,
          git: { type: 'object', required: ['url'], properties: { url: text } },
          s3: { type: 'object', properties: { bucket: text } },
        },
        oneOf: [{ required: ['git'] }, { required: ['s3'] }],
      };
      const api = root({ properties: { source } });
      const { schema: form = {}, dropped } = crdSchemaToForm(api);

      it('are a choice with nothing of it before them', () => {
        expect(form).toMatchObject({
          properties: {
            source: {
              oneOf: [{ title: 'None' }, { title: 'Git' }, { title: 'S3' }],
            },
          },
        });
        expect(dropped).toEqual([]);
        expect(complaintsOf(form, untouchedForm(form))).toEqual([]);
        expect(pruneFormValues(api, untouchedForm(form))).toEqual({});
      });

      it.each<[string, JsonObject, boolean]>([
        ['nothing chosen beside a value', { interval: '1m' }, false],
        ['a chosen one that needs more', { interval: '1m', git: {} }, false],
        ['a chosen one alone', { s3: {} }, false],
        [
          'two of them',
          { interval: '1m', git: { url: 'u' }, s3: { bucket: 'b' } },
          false,
        ],
        ['all of one', { interval: '1m', git: { url: 'u' } }, true],
        ['one of which nothing is needed', { interval: '1m', s3: {} }, true],
      ])('know what to make of %s', (_what, value, isFine) => {
        const state = openForm(form, { source: value });

        expect(complaintsOf(form, state).length === 0).toBe(isFine);
        // The renderer filled in nothing but what was chosen, and that is sent.
        expect(pruneFormValues(api, state)).toEqual({ source: value });
      });
    });

    it('of which one is enough are said as a rule', () => {
      const { schema: form = {}, dropped } = crdSchemaToForm(
        root({
          properties: {
            contact: {
              type: 'object',
              properties: { mail: text, phone: text, note: text },
              anyOf: [{ required: ['mail'] }, { required: ['phone'] }],
            },
          },
        }),
      );

      expect(dropped).toEqual([]);
      expect(complaintsOf(form, { contact: {} })).toEqual([]);
      expect(complaintsOf(form, { contact: { phone: '1' } })).toEqual([]);
      expect(complaintsOf(form, { contact: { note: 'x' } })).toContainEqual(
        expect.stringContaining('needs at least one of these: Mail, Phone'),
      );
    });

    it('of other kinds are left to the platform', () => {
      const { schema, dropped } = crdSchemaToForm(
        root({
          properties: {
            a: { ...text, anyOf: [{ format: 'ipv4' }, { format: 'cidr' }] },
            b: { ...text, not: { pattern: '(?i)x' } },
          },
          oneOf: [{ not: { required: ['a'] } }, { required: ['b'] }],
          anyOf: [{ required: ['a'] }, { properties: { b: { pattern: 'x' } } }],
          'x-kubernetes-validations': [{ rule: 'self.a != self.b' }],
        }),
      );

      expect(schema).not.toHaveProperty('oneOf');
      expect(dropped.map(({ code, path }) => [code, path])).toEqual([
        ['rule-left-to-platform', 'spec'],
        ['rule-left-to-platform', 'spec.a'],
        ['rule-left-to-platform', 'spec.b'],
        ['rule-left-to-platform', 'spec'],
        ['rule-left-to-platform', 'spec'],
      ]);
    });
  });

  it('tells an author which hints are not used', () => {
    const { dropped } = crdSchemaToForm(
      root({
        properties: {
          a: {
            type: 'string',
            'x-kratix-portal': {
              title: 'Fine',
              advanced: false,
              widgit: 'textarea',
              field: 'Secret',
              hidden: 'yes',
            },
          },
        },
      }),
    );

    expect(dropped).toEqual([
      {
        code: 'unusable-hint',
        message:
          'spec.a: x-kratix-portal has hints that are not used: widgit, field, hidden.',
        wording: {
          key: 'form.unusedHints',
          params: {
            path: 'spec.a',
            hints: { list: ['widgit', 'field', 'hidden'] },
          },
        },
        path: 'spec.a',
      },
    ]);
  });

  it('leaves patterns to the platform that would stop a browser', () => {
    const { schema, dropped } = crdSchemaToForm(
      root({
        properties: {
          slow: { type: 'string', pattern: '^(a+)+$' },
          map: {
            type: 'object',
            additionalProperties: { type: 'string', pattern: '^(a|a)*$' },
          },
          quick: { type: 'string', pattern: '^a+$' },
        },
      }),
    );

    expect(JSON.stringify(schema).match(/"pattern":"[^"]*"/g)).toEqual([
      '"pattern":"^a+$"',
    ]);
    expect(dropped.map(({ code, path }) => [code, path])).toEqual([
      ['rule-left-to-platform', 'spec.slow'],
      ['rule-left-to-platform', 'spec.map.*'],
    ]);
  });

  it('keeps out what would make the catalog read an address', () => {
    const { schema, dropped } = crdSchemaToForm(
      root({
        properties: {
          $text: { type: 'string' },
          list: {
            type: 'array',
            items: { type: 'string' },
            default: [{ $text: 'https://evil.example' }],
          },
          free: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
            default: { a: { $json: 'https://evil.example' } },
          },
          map: {
            type: 'object',
            additionalProperties: { type: 'string' },
            default: { $yaml: 'https://evil.example' },
          },
          hinted: {
            type: 'string',
            'x-kratix-portal': {
              options: { a: [{ $text: 'https://evil.example' }] },
            },
          },
        },
      }),
    );

    expect(JSON.stringify(schema)).not.toMatch(/evil|\$text|\$json|\$yaml/);
    expect(dropped).toContainEqual(
      expect.objectContaining({ code: 'unusable-hint', path: 'spec.hinted' }),
    );
    expect(dropped).toContainEqual(
      expect.objectContaining({ code: 'unusable-name' }),
    );
  });

  it('edits a section as YAML when a field that must be filled in cannot have a name', () => {
    const form = formOf({
      properties: {
        odd: {
          type: 'object',
          required: ['$ref'],
          properties: { $ref: { type: 'string' } },
        },
      },
    });

    expect(form.properties).toEqual({
      odd: {
        ...anEditor({ type: ['object', 'null'], required: ['$ref'] }),
        title: 'Odd',
      },
    });
  });

  it('edits the largest sections as YAML when there are too many fields', () => {
    const sectionOf = (size: number): JsonObject => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: size }, (_, n) => [`f${n}`, { type: 'string' }]),
      ),
    });
    const { schema, dropped } = crdSchemaToForm(
      root({
        required: ['needed'],
        properties: {
          huge: sectionOf(300),
          small: sectionOf(5),
          needed: sectionOf(20),
          scalar: { type: 'string' },
        },
      }),
      { maxFields: 40 },
    );

    const forms = schema?.properties as Record<string, JsonObject>;
    expect(forms.huge).toMatchObject({ 'ui:field': 'KratixYaml' });
    expect(Object.keys(forms.small?.properties ?? {})).toHaveLength(5);
    expect(Object.keys(forms.needed?.properties ?? {})).toHaveLength(20);
    expect(forms.scalar).toMatchObject({ type: 'string' });
    expect(dropped).toMatchObject([
      { code: 'form-too-large', path: 'spec.huge' },
    ]);
  });

  it.each([
    ['spec', 'spec', (many: JsonObject) => many],
    [
      'a section',
      'spec.huge',
      (many: JsonObject) => ({
        properties: { huge: { type: 'object', ...many } },
      }),
    ],
  ])(
    'edits %s as YAML when it has thousands of fields side by side',
    (_, path, around) => {
      const properties = Object.fromEntries(
        Array.from({ length: 2_000 }, (__, n) => [`f${n}`, { type: 'string' }]),
      );

      const { schema = {}, dropped } = crdSchemaToForm(
        root(around({ properties, required: ['f7'] })),
      );

      const node =
        path === 'spec' ? schema : (schema.properties as JsonObject).huge;
      expect(node).toMatchObject({ 'ui:field': 'KratixYaml' });
      expect(dropped).toContainEqual(
        expect.objectContaining({ code: 'form-too-large', path }),
      );
    },
  );

  it.each([
    [4, 200],
    [27, 30],
    [80, 10],
  ])('has a field for each of 800 in %i sections of %i', (count, size) => {
    const texts = Object.fromEntries(
      Array.from({ length: size / 2 }, (_, n) => [`f${n}`, { type: 'string' }]),
    );
    const within = { type: 'object', properties: texts };
    const section = { type: 'object', properties: { ...texts, within } };
    const properties = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`s${n}`, section]),
    );

    const { dropped } = crdSchemaToForm(root({ properties }));

    expect(dropped).toEqual([]);
  });

  it('makes 800 fields in no time', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 800 }, (_, n) => [`f${n}`, { type: 'string' }]),
    );
    const startedAt = cpuMs();

    const form = formOf({ properties });

    expect(Object.keys(form.properties ?? {})).toHaveLength(800);
    expect(cpuMs() - startedAt).toBeLessThan(1_000);
  });

  it('survives a schema that is nested without end', () => {
    let schema: JsonObject = { type: 'string' };
    for (let n = 0; n < 60; n += 1) {
      schema = { type: 'object', properties: { deeper: schema } };
    }

    const { dropped } = crdSchemaToForm({ properties: { spec: schema } });

    expect(dropped).toMatchObject([{ code: 'form-too-large' }]);
  });

  it.each([
    [{}, undefined],
    [{ properties: { spec: 'nonsense' } }, undefined],
    [
      {
        properties: {
          spec: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
      { ...anEditor({ type: 'object' }), title: 'Spec' },
    ],
  ])('%j becomes %j', (schema, expected) => {
    expect(crdSchemaToForm(schema as JsonObject).schema).toEqual(expected);
  });
});

function anEditor(rules: JsonObject): JsonObject {
  return {
    title: 'My field',
    not: { not: rules },
    errorMessage: { not: expect.any(String) as unknown as string },
    'ui:field': 'KratixYaml',
  };
}

const nestedDatabase: JsonObject = {
  name: { type: 'string' },
  database: {
    type: 'object',
    required: ['engine', 'access'],
    properties: {
      engine: { type: 'string' },
      tags: { type: 'array', items: { type: 'string' } },
      access: {
        type: 'object',
        required: ['host'],
        properties: { host: { type: 'string' }, port: { type: 'integer' } },
      },
    },
  },
};

function root(spec: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { spec: { type: 'object', ...spec } },
  };
}

function formOf(spec: JsonObject, options?: CrdFormOptions): JsonObject {
  const { schema } = crdSchemaToForm(root(spec), options);
  if (!schema) {
    throw new Error('There is no form');
  }
  return schema;
}
