import { findSecretPaths } from './findSecretPaths';

const password = { type: 'string', format: 'password' };
const text = { type: 'string' };

describe('findSecretPaths', () => {
  it.each([
    {
      what: 'a format',
      properties: { pw: password, name: text },
      paths: ['pw'],
    },
    {
      what: 'a widget',
      properties: {
        pin: { ...text, 'x-kratix-portal': { widget: 'password' } },
      },
      paths: ['pin'],
    },
    {
      what: 'one within another',
      properties: {
        admin: { type: 'object', properties: { pw: password, name: text } },
      },
      paths: ['admin.pw'],
    },
    {
      what: 'a list of them, as a whole',
      properties: { pins: { type: 'array', items: password } },
      paths: ['pins'],
    },
    {
      what: 'a map of them, as a whole',
      properties: { pins: { type: 'object', additionalProperties: password } },
      paths: ['pins'],
    },
    { what: 'none', properties: { secretName: text }, paths: [] },
  ])('finds $what', ({ properties, paths }) => {
    expect(findSecretPaths({ type: 'object', properties })).toEqual(paths);
  });

  it('ends with a schema that holds itself', () => {
    const schema: Record<string, unknown> = { type: 'object' };
    schema.properties = { a: schema, pw: password };

    expect(findSecretPaths(schema)).toHaveLength(8);
  });
});
