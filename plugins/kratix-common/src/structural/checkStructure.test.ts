import type { JsonObject } from '@backstage/types';
import { checkStructure } from '.';

describe('checkStructure', () => {
  it.each<[string, JsonObject, string]>([
    ['no type', {}, 'must say a type'],
    ['a type that nobody knows', { type: 'tensor' }, 'is none of'],
    ['a list of nothing', { type: 'array' }, 'what its entries are'],
    ['a reference', { type: 'object', $ref: '#/x' }, '"$ref"'],
    [
      'a closed object',
      { type: 'object', additionalProperties: false },
      'cannot be false',
    ],
    [
      'a pattern of JavaScript',
      { type: 'string', pattern: '(?=a)' },
      'no regular expression of Go',
    ],
    [
      'a default that does not fit',
      { type: 'integer', default: 'many' },
      'its default is not valid',
    ],
    [
      'a type within alternatives',
      { type: 'string', anyOf: [{ type: 'string' }] },
      'in "anyOf", "type" is not allowed',
    ],
    [
      'entries that cannot be told apart',
      {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: { type: 'object', properties: { name: { type: 'string' } } },
      },
      'must be required or have a default',
    ],
  ])('refuses %s', (_, schema, message) => {
    const problems = checkStructure(root(schema));

    expect(problems.map(problem => problem.message).join('\n')).toContain(
      message,
    );
    expect(problems[0]?.path).toBe('spec.field');
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
    [
      'a default that its own defaults complete',
      {
        type: 'object',
        default: {},
        required: ['a'],
        properties: { a: { type: 'string', default: 'x' } },
      },
    ],
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
