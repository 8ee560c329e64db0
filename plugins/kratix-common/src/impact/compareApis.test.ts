import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { compareApis } from './compareApis';

const api: PromiseApi = {
  crdName: 'things.example.org',
  group: 'example.org',
  version: 'v2',
  servedVersions: ['v1', 'v2'],
  kind: 'Thing',
  plural: 'things',
  scope: 'Namespaced',
  schema: sized({}),
  otherSchemas: { v1: sized({}) },
};

describe('compareApis', () => {
  it('judges each served version by its own schema', () => {
    const after = { ...api, otherSchemas: { v1: sized({ maxLength: 3 }) } };

    expect(compareApis(api, after)).toEqual([
      expect.objectContaining({
        severity: 'breaking',
        path: 'spec.size',
        message: expect.stringMatching(/^At version v1: spec\.size/),
      }),
    ]);
  });

  it('sees that the API server would not take it', () => {
    const after = {
      ...api,
      schema: {
        type: 'object',
        properties: {
          spec: { type: 'object', properties: { a: { type: 'array' } } },
        },
      },
    };

    expect(compareApis(api, after)).toContainEqual(
      expect.objectContaining({ code: 'api-unusable', severity: 'breaking' }),
    );
    expect(compareApis(after, after)).toEqual([]);
  });

  it.each<[string, JsonObject, JsonObject, string[]]>([
    ['is said', {}, { type: 'object' }, []],
    [
      'limits names',
      { type: 'object' },
      named({ maxLength: 20 }),
      ['breaking metadata.name'],
    ],
    [
      'limits names no longer',
      named({ maxLength: 20 }),
      { type: 'object' },
      ['safe metadata.name'],
    ],
  ])('sees that metadata %s', (_, before, after, expected) => {
    const found = compareApis(withMetadata(before), withMetadata(after));

    expect(found.map(({ severity, path }) => `${severity} ${path}`)).toEqual(
      expected,
    );
  });
});

function sized(rules: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: { size: { type: 'string', ...rules } },
      },
    },
  };
}

function named(rules: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { name: { type: 'string', ...rules } },
  };
}

function withMetadata(metadata: JsonObject): PromiseApi {
  return { ...api, schema: { type: 'object', properties: { metadata } } };
}
