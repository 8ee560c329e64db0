import { toOpenApiSchema } from './toOpenApiSchema';

const address = { $ref: 'https://evil.example' };

describe('toOpenApiSchema', () => {
  it('keeps what readers need', () => {
    const schema = {
      type: 'object',
      properties: {
        size: { type: 'string', enum: ['s', 'm'], default: 's', example: 'm' },
      },
    };

    expect(toOpenApiSchema(schema)).toEqual(schema);
  });

  it.each([
    ['a default', { default: { x: address } }],
    ['an example', { example: [address] }],
    ['an allowed value', { enum: ['a', { x: address }] }],
    ['the name of a field', { properties: { $ref: { type: 'string' } } }],
    ['a schema', { items: address }],
    ['a keyword', address],
  ])('keeps no reference that stands in %s', (_, schema) => {
    const converted = toOpenApiSchema({ properties: { a: schema } });

    expect(JSON.stringify(converted)).not.toMatch(/\$ref|evil/);
  });
});
