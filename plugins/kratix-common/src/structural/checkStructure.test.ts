import type { JsonObject } from '@backstage/types';
import { checkStructure } from '.';

describe('checkStructure', () => {
  it.each<[string, JsonObject, string]>([
    [
      'no type',
      {},
      'type: Required value: must not be empty for specified object fields',
    ],
    [
      'a type that nobody knows',
      { type: 'tensor' },
      'Unsupported value: "tensor": supported values: "array"',
    ],
    [
      'a list of nothing',
      { type: 'array' },
      'items: Required value: must be specified',
    ],
    ['a reference', { type: 'object', $ref: '#/x' }, '$ref is not supported'],
    [
      'a closed object',
      { type: 'object', additionalProperties: false },
      'additionalProperties cannot be set to false',
    ],
    [
      'a pattern of JavaScript',
      { type: 'string', pattern: '(?=a)' },
      "must be a valid regular expression, but isn't: error parsing regexp",
    ],
    [
      'a default that does not fit',
      { type: 'integer', default: 'many' },
      'default: Invalid value: "string":  in body must be of type integer',
    ],
    [
      'a type within alternatives',
      { type: 'string', anyOf: [{ type: 'string' }] },
      'anyOf[0].type: Forbidden: must be empty to be structural',
    ],
    [
      'entries that cannot be told apart',
      {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: { type: 'object', properties: { name: { type: 'string' } } },
      },
      'it must have a default or be a required property',
    ],
    [
      'a default that only its own defaults complete',
      {
        type: 'object',
        default: {},
        required: ['a'],
        properties: { a: { type: 'string', default: 'x' } },
      },
      'default.a: Required value',
    ],
    [
      'such a default in the values of a map',
      {
        type: 'object',
        additionalProperties: { type: 'integer', default: 'many' },
      },
      'default: Invalid value: "string"',
    ],
  ])('refuses %s', (_, schema, message) => {
    const problems = checkStructure(root(schema));

    expect(problems.map(problem => problem.message).join('\n')).toContain(
      message,
    );
    expect(problems[0]?.path).toMatch(/^spec\.field(\.\*)?$/);
  });

  it.each<[string, JsonObject]>([
    ['free form', { 'x-kubernetes-preserve-unknown-fields': true }],
    [
      'a number or a text',
      {
        'x-kubernetes-int-or-string': true,
        anyOf: [{ type: 'integer' }, { type: 'string' }],
      },
    ],
    ['a pattern of Go', { type: 'string', pattern: '(?i)^a\\z' }],
  ])('takes %s', (_, schema) => {
    expect(checkStructure(root(schema))).toEqual([]);
  });
});

function root(field: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { spec: { type: 'object', properties: { field } } },
  };
}
