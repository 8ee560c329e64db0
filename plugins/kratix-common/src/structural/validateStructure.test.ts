import { formatFieldError } from './FieldError';
import { validateStructure } from './validateStructure';

describe('validateStructure', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['an object', { type: 'object' }, []],
    [
      'a schema without a type',
      {},
      ['s.type: Required value: must not be empty at the root'],
    ],
    [
      'a property without a type',
      { type: 'object', properties: { a: {} } },
      [
        's.properties[a].type: Required value: must not be empty for specified object fields',
      ],
    ],
    [
      'items without a type',
      {
        type: 'object',
        properties: { a: { type: 'array', items: {} } },
      },
      [
        's.properties[a].items.type: Required value: must not be empty for specified array items',
      ],
    ],
    [
      'an array without items',
      { type: 'object', properties: { a: { type: 'array' } } },
      ['s.properties[a].items: Required value: must be specified'],
    ],
    [
      'a reference',
      { type: 'object', properties: { a: { type: 'object', $ref: '#/b' } } },
      ['s.properties[a].$ref: Forbidden: $ref is not supported'],
    ],
    [
      'properties beside additionalProperties',
      {
        type: 'object',
        properties: { a: { type: 'string' } },
        additionalProperties: { type: 'string' },
      },
      [
        's.additionalProperties: Forbidden: must not be used at the root',
        's.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive',
      ],
    ],
    [
      'a default that its own schema refuses',
      {
        type: 'object',
        properties: { a: { type: 'integer', default: 'x' } },
      },
      [
        's.properties[a].default: Invalid value: "string":  in body must be of type integer: "string"',
      ],
    ],
    [
      'a type inside anyOf',
      { type: 'object', anyOf: [{ type: 'object' }] },
      ['s.anyOf[0].type: Forbidden: must be empty to be structural'],
    ],
    [
      'types inside anyOf of an int-or-string',
      {
        type: 'object',
        properties: {
          a: {
            'x-kubernetes-int-or-string': true,
            anyOf: [{ type: 'integer' }, { type: 'string' }],
          },
        },
      },
      [],
    ],
  ])('judges %s', (_what, schema, expected) => {
    const errors = validateStructure(schema, 's');

    expect(
      errors.map(error => `${error.field}: ${formatFieldError(error)}`),
    ).toEqual(expected);
  });
});
