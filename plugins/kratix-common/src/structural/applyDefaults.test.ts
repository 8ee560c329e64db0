import { applyDefaults } from './applyDefaults';
import { readStructuralSchema } from './readStructuralSchema';

const schema = readStructuralSchema({
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
