import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import type { PromiseApi } from '../model';
import { createObjectJudge } from '../structural';
import { compareSchemas } from './schema/compareSchemas';
import { createRequestJudge } from './createRequestJudge';
import { propertyRuns } from '../__testUtils__/propertyRuns';

const RUNS = propertyRuns(4000).numRuns;

const text: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constant('string'),
    enum: fc.subarray(['a', 'bb', 'ccc'], { minLength: 1 }),
    minLength: fc.nat(3),
    maxLength: fc.integer({ min: 1, max: 4 }),
    pattern: fc.constantFrom('^a', 'b', '^[a-c]*$', '^a|b', 'c|b|^a', '(a|b)c'),
    format: fc.constantFrom('date', 'ipv4', 'semver', 'duration'),
    default: fc.constantFrom<JsonValue>('a', 'bb', null),
    nullable: fc.boolean(),
    'x-kubernetes-validations': fc.constantFrom<JsonValue>(
      [{ rule: "self != 'a'" }],
      [{ rule: 'self == oldSelf' }],
    ),
  },
  { requiredKeys: ['type'] },
);

const number: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constantFrom('integer', 'number'),
    minimum: fc.integer({ min: -2, max: 3 }),
    maximum: fc.integer({ min: 0, max: 5 }),
    exclusiveMinimum: fc.boolean(),
    exclusiveMaximum: fc.boolean(),
    multipleOf: fc.constantFrom(1, 2, 4, 0.5),
    format: fc.constantFrom('int32', 'int64', 'double'),
    default: fc.integer({ min: -1, max: 5 }),
    nullable: fc.boolean(),
  },
  { requiredKeys: ['type'] },
);

const other = fc.constantFrom<JsonObject>(
  { type: 'boolean' },
  { type: 'boolean', default: true },
  { 'x-kubernetes-int-or-string': true },
  {
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  },
  { 'x-kubernetes-preserve-unknown-fields': true },
  { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
);

const { schema } = fc.letrec<{ schema: JsonObject }>(tie => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    number,
    other,
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        minItems: fc.nat(2),
        maxItems: fc.integer({ min: 1, max: 3 }),
        'x-kubernetes-list-type': fc.constantFrom('atomic', 'set'),
        'x-kubernetes-preserve-unknown-fields': fc.constant(true),
      },
      { requiredKeys: ['type', 'items'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        additionalProperties: fc.oneof(tie('schema'), fc.constant(true)),
        minProperties: fc.nat(2),
        maxProperties: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['type', 'additionalProperties'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.record(
          { a: tie('schema'), b: tie('schema'), c: tie('schema') },
          { requiredKeys: [] },
        ),
        required: fc.subarray(['a', 'b']),
        maxProperties: fc.integer({ min: 1, max: 3 }),
        nullable: fc.boolean(),
        default: fc.constantFrom<JsonValue>({}, null),
        'x-kubernetes-preserve-unknown-fields': fc.constant(true),
        oneOf: fc.constant<JsonValue>([
          { required: ['a'] },
          { required: ['b'] },
        ]),
        anyOf: fc.constantFrom<JsonValue[]>(
          [{ required: ['a'] }],
          [{ required: ['a'] }, { required: ['b'] }],
        ),
        not: fc.constant<JsonValue>({ required: ['c'] }),
        'x-kubernetes-validations': fc.constant<JsonValue>([
          { rule: '!has(self.c) || has(self.a)' },
        ]),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
  ),
}));

/** A schema, and the same with one place in it replaced. */
const pair = fc
  .tuple(schema, schema, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }))
  .map(([before, graft, route]) => ({
    before,
    after: replaceAt(before, route, graft),
  }));

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<JsonValue>(
      'a',
      'bb',
      'ccc',
      '2026-01-01',
      0,
      1,
      2,
      4,
      1.5,
      -1,
      true,
      null,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record(
      {
        a: tie('value'),
        b: tie('value'),
        c: tie('value'),
        d: tie('value'),
      },
      { requiredKeys: [] },
    ),
  ),
})).value;

describe('a change that is called safe', () => {
  it('refuses no request that was valid, and takes nothing from it', () => {
    const seen = { safe: 0, valid: 0 };
    fc.assert(
      fc.property(
        pair,
        fc.array(value, { minLength: 10, maxLength: 30 }),
        ({ before, after }, values) => {
          const changes = compareSchemas({
            before,
            after,
            path: 'spec',
            isWatched: false,
          });
          if (changes.some(({ severity }) => severity !== 'safe')) {
            return;
          }
          seen.safe += 1;
          const judge = createRequestJudge(apiOf(before), apiOf(after));
          const judgeBefore = createObjectJudge(apiOf(before).schema);
          for (const spec of values) {
            const impact = judge({ ...request, spec });
            const { errors, pruned, stored } = judgeBefore({
              ...request,
              spec,
            });
            // Of what an API refused, the rules in CEL were never asked: one of them may be the next to refuse it.
            // What it does not know, or drops as null, it never stored, so no request says it.
            const isLeftOut =
              pruned.length > 0 || isNullDropped({ spec }, stored);
            if (errors.length > 0 || isLeftOut) {
              continue;
            }
            seen.valid += 1;
            expect(impact).toMatchObject({ reasons: [] });
            // A null that goes takes nothing with it.
            expect(
              impact.differences.filter(
                ({ before: old }) => old !== undefined && old !== null,
              ),
            ).toEqual([]);
          }
        },
      ),
      propertyRuns(RUNS),
    );
    // A property that is asked about nothing holds for everything.
    expect(seen.safe).toBeGreaterThan(RUNS / 20);
    expect(seen.valid).toBeGreaterThan(RUNS / 20);
  });
});

function isNullDropped(written: unknown, stored: unknown): boolean {
  if (typeof written !== 'object' || written === null) {
    return false;
  }
  const kept = new Map(Object.entries(Object(stored)));
  return Object.entries(written).some(([key, child]) =>
    child === null ? !kept.has(key) : isNullDropped(child, kept.get(key)),
  );
}

const request: JsonObject = {
  apiVersion: 'example.org/v1',
  kind: 'Thing',
  metadata: { name: 'thing', namespace: 'team-a' },
};

function apiOf(spec: JsonObject): PromiseApi {
  return {
    crdName: 'things.example.org',
    group: 'example.org',
    version: 'v1',
    servedVersions: ['v1'],
    kind: 'Thing',
    plural: 'things',
    scope: 'Namespaced',
    schema: { type: 'object', properties: { spec } },
  };
}

function replaceAt(
  node: JsonObject,
  route: readonly number[],
  graft: JsonObject,
): JsonObject {
  const [turn = 0, ...rest] = route;
  const places = placesIn(node);
  const place = places[turn % (places.length + 1)];
  if (!place || rest.length === 0) {
    return mix(node, graft, turn);
  }
  return place(child => replaceAt(child, rest, graft));
}

/** One keyword of the other, so that most changes are small. */
function mix(node: JsonObject, graft: JsonObject, turn: number): JsonObject {
  const keywords = Object.keys({ ...node, ...graft }).filter(
    keyword => keyword !== 'type',
  );
  const keyword = keywords[turn % Math.max(1, keywords.length)];
  if (node.type !== graft.type || keyword === undefined) {
    return graft;
  }
  const { [keyword]: _old, ...rest } = node;
  const fresh = graft[keyword];
  return fresh === undefined ? rest : { ...rest, [keyword]: fresh };
}

type Replace = (change: (child: JsonObject) => JsonObject) => JsonObject;

function placesIn(node: JsonObject): Replace[] {
  const inside = (keyword: string): Replace[] => {
    const child = node[keyword];
    return isObject(child)
      ? [change => ({ ...node, [keyword]: change(child) })]
      : [];
  };
  const { properties } = node;
  const fields = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...inside('items'),
    ...inside('additionalProperties'),
    ...fields.flatMap(([name, child]): Replace[] =>
      isObject(child)
        ? [
            change => ({
              ...node,
              properties: {
                ...(properties as JsonObject),
                [name]: change(child),
              },
            }),
          ]
        : [],
    ),
  ];
}

function isObject(node: JsonValue | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
