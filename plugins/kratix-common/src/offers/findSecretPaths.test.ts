import type { JsonObject } from '@backstage/types';
import { findSecretPaths } from './findSecretPaths';

const password = { type: 'string', format: 'password' };
const text = { type: 'string' };

const apiOf = (spec: JsonObject) => ({ schema: { properties: { spec } } });

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
    expect(findSecretPaths(apiOf({ type: 'object', properties }))).toEqual(
      paths,
    );
  });

  it('finds none where nothing is asked for', () => {
    expect(findSecretPaths({ schema: {} })).toEqual([]);
  });

  it('ends with a schema that holds itself', () => {
    const schema: JsonObject = { type: 'object' };
    schema.properties = { a: schema, pw: password };

    expect(findSecretPaths(apiOf(schema))).toHaveLength(8);
  });
});
