import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { complaintsOf, openForm } from '../../__testUtils__/renderForm';
import { propertyRuns } from '../../__testUtils__/propertyRuns';
import { pruneFormValues, toFormValues } from '../../manifest';
import { checkStructure, createObjectJudge } from '../../structural';
import { crdSchemaToForm } from './crdSchemaToForm';

/** `KRATIX_PROPERTY_RUNS=20000` for a long look. */
const { numRuns } = propertyRuns(100);

jest.setTimeout(numRuns * 100 + 20_000);

const text = { type: 'string' };

/** Properties of all kinds, and values that fit or nearly so. */
const property = fc.constantFrom<[JsonObject, JsonValue[]]>(
  [text, ['x']],
  [{ type: 'integer', minimum: 1 }, [1, 0]],
  [{ type: 'boolean' }, [true, false]],
  [{ type: 'object', properties: { a: text } }, [{}, { a: 'x' }]],
  [
    {
      ...{ type: 'object', required: ['a'] },
      properties: { a: text, b: { type: 'integer' } },
    },
    [{ a: 'x' }, { a: 'x', b: 1 }, { b: 1 }],
  ],
  [{ type: 'object', additionalProperties: text }, [{}, { k: 'x' }, { k: '' }]],
  [{ type: 'array', items: text }, [[], ['x']]],
  [{ type: 'array', items: text, minItems: 2 }, [['x', 'y'], ['x']]],
  [{ type: 'string', default: 'd' }, ['d', 'x']],
  [{ 'x-kubernetes-preserve-unknown-fields': true }, [{ any: 1 }, 'x']],
);

const names = ['git', 's3', 'oci', 'interval', 'size'];

const alternatives = fc.constantFrom<JsonObject>(
  { oneOf: [{ required: ['git'] }, { required: ['s3'] }] },
  { oneOf: ['git', 's3', 'oci'].map(name => ({ required: [name] })) },
  { oneOf: [{ required: ['git', 'size'] }, { required: ['s3'] }] },
  {
    oneOf: ['one', 'two'].map((kind, index) => ({
      properties: { kind: { enum: [kind] } },
      required: ['kind', names[index] ?? ''],
    })),
  },
  {
    oneOf: [
      { properties: { kind: { enum: ['one'] } }, required: ['kind', 'git'] },
      { required: ['s3'] },
    ],
  },
  { anyOf: [{ required: ['git'] }, { required: ['s3'] }] },
  { anyOf: [{ required: ['git', 'size'] }, { required: ['s3'] }] },
);

const section = fc
  .tuple(
    fc.tuple(property, property, property, property, property),
    alternatives,
    fc.subarray(['interval', 'size', 'kind']),
    fc.subarray([...names, 'kind']),
    fc.record({ at: fc.nat(2), kind: fc.constantFrom('one', 'two') }),
    fc.boolean(),
  )
  .map(([parts, rules, required, there, { at, kind }, nullable]) => {
    const values: JsonObject = { kind };
    names.forEach((name, index) => {
      const given = parts[index]?.[1] ?? [];
      values[name] = given[at % given.length] ?? 'x';
    });
    return {
      schema: {
        ...{ type: 'object', required, ...rules },
        ...(nullable && { nullable }),
        properties: {
          kind: { type: 'string', enum: ['one', 'two'] },
          ...Object.fromEntries(
            names.map((name, index) => [name, parts[index]?.[0] ?? text]),
          ),
        },
      } as JsonObject,
      value: Object.fromEntries(there.map(name => [name, values[name]])),
    };
  });

type Frame = (schema: JsonObject, value: JsonObject) => [JsonObject, JsonValue];

/** Where the object stands: alone, needed, in a list, in something that is itself optional. */
const frame = fc.constantFrom<Frame>(
  (schema, value) => [{ properties: { source: schema } }, { source: value }],
  schema => [{ properties: { source: schema } }, {}],
  schema => [{ properties: { source: schema } }, { source: null }],
  (schema, value) => [
    { properties: { source: schema }, required: ['source'] },
    { source: value },
  ],
  (schema, value) => [
    { properties: { many: { type: 'array', items: schema } } },
    { many: [value] },
  ],
  ...[[], ['source']].map(
    (required): Frame =>
      (schema, value) =>
        [
          {
            properties: {
              app: {
                ...{ type: 'object', required },
                properties: { note: text, source: schema },
              },
            },
          },
          { app: { note: 'x', source: value } },
        ],
  ),
);

const cases = fc
  .tuple(section, frame)
  .map(([{ schema, value }, stand]) => {
    const [spec, values] = stand(schema, value);
    return {
      apiSchema: {
        ...{ type: 'object', required: ['spec'] },
        properties: { spec: { type: 'object', ...spec } },
      } as JsonObject,
      spec: values as JsonObject,
    };
  })
  .filter(({ apiSchema }) => checkStructure(apiSchema).length === 0);

describe('a choice in a form, wherever it stands', () => {
  it('takes what the API server takes, and brings it back', () => {
    check(({ judge, form, spec, apiSchema }) => {
      const given = judge({ spec });
      fc.pre(given.errors.length === 0);

      const state = openForm(form, toFormValues(apiSchema, spec));
      const sent = pruneFormValues(apiSchema, state, { previous: spec });

      expect(complaintsOf(form, state)).toEqual([]);
      expect(judge({ spec: sent }).stored).toEqual(given.stored);
    });
  });

  it('sends only what the API server takes, but for what it leaves to it', () => {
    check(({ judge, form, spec, apiSchema, left }) => {
      const state = openForm(form, toFormValues(apiSchema, spec));
      fc.pre(complaintsOf(form, state).length === 0);
      fc.pre(!JSON.stringify(state).includes('""'));

      const { errors } = judge({ spec: pruneFormValues(apiSchema, state) });

      expect(
        errors.filter(({ field }) => !left.some(path => isBelow(field, path))),
      ).toEqual([]);
    });
  });

  it('asks nothing of somebody who wants nothing of it', () => {
    check(({ form, apiSchema, judge }) => {
      fc.pre(judge({ spec: {} }).errors.length === 0);

      const state = openForm(form, {});

      expect(complaintsOf(form, state)).toEqual([]);
      expect(pruneFormValues(apiSchema, state)).toEqual({});
    });
  });
});

interface Parts {
  readonly apiSchema: JsonObject;
  readonly spec: JsonObject;
  readonly form: JsonObject;
  readonly left: readonly string[];
  readonly judge: ReturnType<typeof createObjectJudge>;
}

function check(property_: (parts: Parts) => void): void {
  fc.assert(
    fc.property(cases, each => {
      const { schema = {}, dropped } = crdSchemaToForm(each.apiSchema);
      property_({
        ...each,
        form: schema,
        left: dropped.map(({ path = '' }) => path),
        judge: createObjectJudge(each.apiSchema),
      });
    }),
    propertyRuns(numRuns),
  );
}

function isBelow(field: string, path: string): boolean {
  return field.replace(/\[\d+\]/g, '[]').startsWith(path);
}
