import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { pruneFormValues } from './pruneFormValues';
import { toFormValues } from './toFormValues';

describe('pruneFormValues', () => {
  const text = { type: 'string' };
  const list = { type: 'array', items: text };
  const section = { type: 'object', properties: { a: text, list } };

  it.each<[string, JsonObject, JsonValue, JsonValue | undefined]>([
    ['keeps false', { type: 'boolean', default: true }, false, false],
    ['keeps zero', { type: 'integer' }, 0, 0],
    ['drops an empty text', text, '', undefined],
    [
      'keeps an empty text that is a choice',
      { ...text, enum: ['', 'a'] },
      '',
      '',
    ],
    ['drops null', text, null, undefined],
    ['keeps null where it is a value', { ...text, nullable: true }, null, null],
    ['drops an untouched list', list, [], undefined],
    ['keeps a list that was emptied', { ...list, default: ['a'] }, [], []],
    ['drops blank entries', list, ['a', '', null, 'b'], ['a', 'b']],
    ['drops a section of nothing', section, { a: '', list: [] }, undefined],
    ['keeps what is in a section', section, { a: 'x', list: [] }, { a: 'x' }],
    [
      'keeps empty texts behind keys that somebody typed',
      { type: 'object', additionalProperties: text },
      { env: '' },
      { env: '' },
    ],
    [
      'drops an untouched map',
      { type: 'object', additionalProperties: text },
      {},
      undefined,
    ],
    ['reads a number', { 'x-kubernetes-int-or-string': true }, '80', 80],
    ['reads a share', { 'x-kubernetes-int-or-string': true }, '50%', '50%'],
    [
      'leaves leading zeros',
      { 'x-kubernetes-int-or-string': true },
      '007',
      '007',
    ],
    ['never reads a text as a number', text, '0001234', '0001234'],
    ['reads a number that came as text', { type: 'number' }, '1.5', 1.5],
    [
      'reads YAML where an object belongs',
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      'a: [1, true]',
      { a: [1, true] },
    ],
    [
      'reads YAML where a list belongs',
      { type: 'array', items: {} },
      '- a\n- b',
      ['a', 'b'],
    ],
    [
      'leaves YAML that is none to the platform',
      { type: 'object' },
      'a: [',
      'a: [',
    ],
    [
      'keeps an empty object that somebody wrote',
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      {},
      {},
    ],
    [
      'leaves free form as it is',
      { 'x-kubernetes-preserve-unknown-fields': true },
      { a: '', b: null, c: [] },
      { a: '', b: null, c: [] },
    ],
    ['leaves the wrong type to the platform', section, 7, 7],
  ])('%s', (_, schema, value, expected) => {
    const pruned = prune({ properties: { field: schema } }, { field: value });

    expect(pruned).toEqual(expected === undefined ? {} : { field: expected });
  });

  it('keeps what is required, empty or not', () => {
    const pruned = prune(
      {
        required: ['list', 'section', 'text'],
        properties: { list, section, text },
      },
      { list: [], section: { a: '' }, text: '' },
    );

    expect(pruned).toEqual({ list: [], section: {}, text: '' });
  });

  it('does not bring an optional section for what it would have to hold', () => {
    const users = { type: 'object', required: ['list'], properties: { list } };
    const schema = {
      properties: {
        users,
        deep: { type: 'object', required: ['users'], properties: { users } },
      },
    };

    expect(
      prune(schema, { users: { list: [] }, deep: { users: { list: [] } } }),
    ).toEqual({});
    expect(prune(schema, { deep: { users: { list: ['a'] } } })).toEqual({
      deep: { users: { list: ['a'] } },
    });
  });

  it('drops what belongs to an alternative that was not chosen', () => {
    const schema = {
      properties: { kind: text, name: text, bucket: text, project: text },
      oneOf: [
        { properties: { kind: { enum: ['s3'] } }, required: ['bucket'] },
        { properties: { kind: { enum: ['gcs'] } }, required: ['project'] },
      ],
    };

    expect(
      prune(schema, { kind: 'gcs', name: 'x', bucket: 'old', project: 'p' }),
    ).toEqual({ kind: 'gcs', name: 'x', project: 'p' });
  });

  it('keeps what the schema does not know, for the platform to refuse', () => {
    expect(prune({ properties: { text } }, { tpyo: 'x' })).toEqual({
      tpyo: 'x',
    });
  });

  it('is not led astray by inherited names', () => {
    const values = JSON.parse('{"constructor":"x","__proto__":{"a":1}}');

    const pruned = prune({ properties: { text } }, values);

    expect(JSON.parse(JSON.stringify(pruned))).toEqual(values);
    expect(Object.getPrototypeOf(pruned)).toBe(Object.prototype);
  });

  it('does nothing to what it has done', () => {
    fc.assert(
      fc.property(fields, ({ schema, messy }) => {
        const once = prune(schema, messy);

        expect(prune(schema, once)).toEqual(once);
      }),
    );
  });

  it('keeps every value that is one, and brings it back through the form', () => {
    fc.assert(
      fc.property(fields, ({ schema, tidy }) => {
        const apiSchema = root(schema);

        expect(
          pruneFormValues(apiSchema, toFormValues(apiSchema, tidy)),
        ).toEqual(tidy);
      }),
    );
  });

  it('leaves nothing empty behind', () => {
    fc.assert(
      fc.property(fields, ({ schema, messy }) => {
        expect(JSON.stringify(prune(schema, messy))).not.toMatch(
          /:(""|\[\]|\{\}|null)/,
        );
      }),
    );
  });
});

function root(spec: JsonObject): JsonObject {
  return { properties: { spec: { type: 'object', ...spec } } };
}

function prune(spec: JsonObject, values: JsonObject): JsonObject {
  return pruneFormValues(root(spec), values);
}

interface Field {
  readonly schema: JsonObject;
  /** As a person means it. */
  readonly tidy: JsonValue;
  /** As a form leaves it. */
  readonly messy: JsonValue;
}

const word = fc.stringMatching(/^[a-z]{1,8}$/);

const scalar: fc.Arbitrary<Field> = fc.oneof(
  word.chain(tidy =>
    fc.constantFrom(tidy, '').map(messy => ({
      schema: { type: 'string' },
      tidy,
      messy,
    })),
  ),
  fc.integer().map(tidy => ({
    schema: { type: 'integer' },
    tidy,
    messy: tidy,
  })),
  fc.boolean().map(tidy => ({
    schema: { type: 'boolean' },
    tidy,
    messy: tidy,
  })),
  fc.oneof(fc.integer(), word).map(tidy => ({
    schema: { 'x-kubernetes-int-or-string': true },
    tidy,
    messy: String(tidy),
  })),
);

const { field } = fc.letrec<{ field: Field }>(tie => ({
  field: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.tuple(scalar, fc.boolean()).map(([item, isLeftEmpty]) => ({
      schema: { type: 'array', items: item.schema },
      tidy: [item.tidy],
      messy: isLeftEmpty ? [] : [item.messy, ''],
    })),
    fc
      .dictionary(word, tie('field'), { minKeys: 1, maxKeys: 4 })
      .map(children => ({
        schema: {
          type: 'object',
          properties: pick(children, child => child.schema),
        },
        tidy: pick(children, child => child.tidy),
        messy: pick(children, child => child.messy),
      })),
  ),
}));

const fields = fc
  .dictionary(word, field, { minKeys: 1, maxKeys: 5 })
  .map(children => ({
    schema: {
      properties: pick(children, child => child.schema),
    } as JsonObject,
    tidy: pick(children, child => child.tidy),
    messy: pick(children, child => child.messy),
  }));

function pick(
  children: Record<string, Field>,
  part: (child: Field) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    Object.entries(children).map(([name, child]) => [name, part(child)]),
  );
}
