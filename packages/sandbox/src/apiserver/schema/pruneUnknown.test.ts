import { applyDefaults } from './applyDefaults';
import type { JsonSchema } from './JsonSchema';
import { pruneUnknown } from './pruneUnknown';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      default: {},
      properties: {
        name: { type: 'string', default: 'nobody' },
        maybe: { type: 'string', nullable: true, default: 'x' },
        free: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          properties: { strict: { type: 'object', properties: {} } },
        },
        map: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { size: { type: 'integer', default: 3 } },
          },
        },
        list: {
          type: 'array',
          items: { type: 'object', properties: { a: { type: 'string' } } },
        },
        embedded: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          properties: { spec: { type: 'object' } },
        },
      },
    },
  },
};

describe('pruneUnknown', () => {
  it.each([
    [{ spec: { colour: 'red' } }, { spec: {} }, ['spec.colour']],
    [
      { other: 1, kind: 'K', metadata: { name: 'a' } },
      { kind: 'K', metadata: { name: 'a' } },
      ['other'],
    ],
    [
      { spec: { free: { any: 1, strict: { no: 1 } } } },
      { spec: { free: { any: 1, strict: {} } } },
      ['spec.free.strict.no'],
    ],
    [
      { spec: { map: { k: { size: 1, no: 1 } } } },
      { spec: { map: { k: { size: 1 } } } },
      ['spec.map.k.no'],
    ],
    [
      { spec: { list: [{ a: 'x' }, { b: 'y' }] } },
      { spec: { list: [{ a: 'x' }, {}] } },
      ['spec.list[1].b'],
    ],
    [
      { spec: { embedded: { kind: 'K', metadata: {}, no: 1 } } },
      { spec: { embedded: { kind: 'K', metadata: {} } } },
      ['spec.embedded.no'],
    ],
  ])('turns %j into %j', (value, expected, removed) => {
    expect(pruneUnknown(value, schema, { isRoot: true })).toEqual(removed);
    expect(value).toEqual(expected);
  });
});

describe('applyDefaults', () => {
  it.each([
    [{}, { spec: { name: 'nobody', maybe: 'x' } }],
    [
      { spec: { name: null, maybe: null } },
      { spec: { name: 'nobody', maybe: null } },
    ],
    [
      { spec: { name: 'a', maybe: 'b', map: { k: {} } } },
      { spec: { name: 'a', maybe: 'b', map: { k: { size: 3 } } } },
    ],
  ])('turns %j into %j', (value, expected) => {
    applyDefaults(value, schema);

    expect(value).toEqual(expected);
  });
});
