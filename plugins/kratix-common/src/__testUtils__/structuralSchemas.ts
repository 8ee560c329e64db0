import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';

/** A schema, and a value that fits it or nearly so. */
export interface SchemaAndValue {
  readonly schema: JsonObject;
  readonly value: JsonValue;
}

/** Names as authors choose them, and as an enemy would. */
const name = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['name', 'namespace', 'metadata', 'apiVersion', 'kind', 'spec'],
      ...['constructor', 'toString', '__proto__', 'items', 'properties'],
      ...['a.b', 'a/b', 'with space', 'ünïcode', '$ref', 'ui:field', '*'],
    ),
  },
);

/** The form's renderer loses this key of a value, or takes it for more than a key. */
const mapKey = name.filter(key => key !== '__proto__');

const hostile = fc.constantFrom(
  '${{ secrets.token }}',
  '{% for x in y %}',
  '<img src=x onerror=alert(1)>',
  '',
);

type Part = fc.Arbitrary<SchemaAndValue>;

const text = (schema: JsonObject, ...values: string[]): Part =>
  fc.record({
    schema: fc
      .record({
        type: fc.constant('string'),
        description: hostile,
      })
      .map(base => ({ ...base, ...schema })),
    value: fc.constantFrom<JsonValue>(...values, '', 'x', '${{ 1 }}', null, 7),
  });

const number = (schema: JsonObject): Part =>
  fc.record({
    schema: fc.constant({ type: 'integer', ...schema }),
    value: fc.oneof<fc.Arbitrary<JsonValue>[]>(
      fc.integer({ min: -5, max: 12 }),
      fc.constantFrom(1.5, null, '3'),
    ),
  });

const scalar: Part = fc.oneof(
  text({ minLength: 2, maxLength: 4, pattern: '^[a-z]+$' }, 'ab', 'abcde'),
  text({ pattern: '(?i)^ab+$' }, 'AB', 'c'),
  text({ pattern: '^\\s*\\w+$' }, ' a', '\u00a0a'),
  text({ enum: ['a', 'b'], default: 'a' }, 'a', 'b', 'c'),
  text({ default: 'filled' }, 'filled', 'other'),
  text({ format: 'date' }, '2024-02-29', '2023-02-29'),
  text({ format: 'uuid' }, '0e0f1e2a-1111-4222-8333-123456789abc'),
  text({ nullable: true }, 'a'),
  text({ nullable: true, enum: ['a', null] }, 'a'),
  text({ anyOf: [{ pattern: '^a' }, { maxLength: 1 }] }, 'ab', 'b', 'bc'),
  text({ not: { enum: ['no'] } }, 'no', 'yes'),
  number({ minimum: 0, exclusiveMinimum: true, maximum: 9 }),
  number({ multipleOf: 3, default: 3 }),
  number({ format: 'int32', nullable: true }),
  fc.record({
    schema: fc.constantFrom<JsonObject>(
      { type: 'boolean' },
      { type: 'boolean', default: true },
    ),
    value: fc.constantFrom<JsonValue>(true, false, null, 'yes'),
  }),
  fc.record({
    schema: fc.constantFrom<JsonObject>(
      { 'x-kubernetes-int-or-string': true },
      { 'x-kubernetes-int-or-string': true, default: '50%' },
    ),
    value: fc.constantFrom<JsonValue>(80, '80', '50%', 1.5, '', null),
  }),
  fc.record({
    schema: fc.constantFrom<JsonObject>(
      { 'x-kubernetes-preserve-unknown-fields': true },
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    ),
    value: fc.constantFrom<JsonValue>({ a: [''] }, {}, [], 'x', null),
  }),
);

const list = (item: Part): Part =>
  fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 3 }),
      fc.constantFrom<JsonObject>(
        {},
        { minItems: 1 },
        { minItems: 2 },
        { maxItems: 2 },
      ),
      fc.nat(3),
    )
    .map(([items, rules, length]) => ({
      schema: { type: 'array', items: items[0]?.schema, ...rules },
      value: items.slice(0, length).map(() => items[0]?.value ?? null),
    }));

const map = (item: Part): Part =>
  fc
    .tuple(item, mapKey, fc.boolean())
    .map(([{ schema, value }, key, isThere]) => ({
      schema: { type: 'object', additionalProperties: schema },
      value: isThere ? fromEntries([[key, value]]) : {},
    }));

const section = (child: Part): Part =>
  fc
    .uniqueArray(fc.tuple(name, child, fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
      selector: ([key]) => key,
    })
    .chain(children =>
      fc.constantFrom<JsonObject>({}, {}, { default: {} }).map(rules => ({
        schema: {
          type: 'object',
          properties: fromEntries(
            children.map(([key, part]) => [key, part.schema]),
          ),
          required: children
            .filter(([, , isRequired]) => isRequired)
            .map(([key]) => key),
          ...rules,
        },
        value: fromEntries(
          children
            .filter(([, , , isThere]) => isThere)
            .map(([key, part]) => [key, part.value]),
        ),
      })),
    );

const { node } = fc.letrec<{ node: SchemaAndValue }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    list(tie('node') as Part),
    map(tie('node') as Part),
    section(tie('node') as Part),
  ),
}));

/** The schema of a `spec`, and one that somebody might send. */
export const anySpec: Part = section(node);

/** Own properties only, `__proto__` too: as `JSON.parse` makes them. */
function fromEntries(entries: [string, JsonValue | undefined][]): JsonObject {
  return Object.fromEntries(entries) as JsonObject;
}
