import type { JsonObject } from '@backstage/types';
import { compareSchemas } from './schema/compareSchemas';

const text = { type: 'string' };
const listed = (...values: string[]) => ({ type: 'string', enum: values });
const ruled = (rule: string, more: JsonObject = {}) => ({
  type: 'string',
  'x-kubernetes-validations': [{ rule, message: 'No.', ...more }],
});

const either = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  oneOf: [{ required: ['a'] }, { not: { required: ['b'] } }],
});
const seeing = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  'x-kubernetes-validations': [{ rule: "self.b != 'x'" }],
});
const asking = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  'x-kubernetes-validations': [{ rule: 'has(self.a)' }],
});

describe('compareSchemas', () => {
  it.each<[string, JsonObject, JsonObject, string[]]>([
    ['the same', text, text, []],
    [
      'an integer that becomes a number',
      { type: 'integer' },
      { type: 'number' },
      ['safe type-changed'],
    ],
    [
      'a number that becomes an integer',
      { type: 'number' },
      { type: 'integer' },
      ['breaking type-changed'],
    ],
    [
      'a default that decides between alternatives',
      either({ a: text, b: text }),
      either({ a: { ...text, default: 'x' }, b: text }),
      ['breaking default-added'],
    ],
    [
      'a new field with a default that decides between alternatives',
      either({ a: text }),
      either({ a: text, b: { ...text, default: 'x' } }),
      ['breaking field-added'],
    ],
    [
      'a default that a rule asks for',
      asking({ a: { ...text, default: 'x' } }),
      asking({ a: text }),
      ['breaking default-removed'],
    ],
    [
      'a default beside alternatives that do not ask for it',
      either({ a: text, b: text, c: text }),
      either({ a: text, b: text, c: { ...text, default: 'x' } }),
      ['risky default-added'],
    ],
    [
      'a bound that is no integer itself, and so refuses all',
      { type: 'integer', minimum: 1 },
      { type: 'integer', minimum: 0.5 },
      ['breaking bound-changed'],
    ],
    [
      'a bound that is out of its format, and so refuses all',
      { type: 'integer', format: 'int32', maximum: 9 },
      { type: 'integer', format: 'int32', maximum: 4_294_967_295 },
      ['breaking bound-changed'],
    ],
    [
      'a step that is no integer itself, and so refuses all',
      { type: 'integer', multipleOf: 1 },
      { type: 'integer', multipleOf: 0.5 },
      ['breaking bound-changed'],
    ],
    [
      'an integer that becomes int-or-string, with the customary anyOf',
      { type: 'integer' },
      {
        'x-kubernetes-int-or-string': true,
        anyOf: [{ type: 'integer' }, { type: 'string' }],
      },
      ['safe type-changed'],
    ],
    [
      'a text that becomes an object, without what the object asks for',
      text,
      { type: 'object', required: ['a'], properties: { a: text } },
      ['breaking type-changed'],
    ],
    [
      'anything that becomes something',
      { 'x-kubernetes-preserve-unknown-fields': true },
      text,
      ['breaking type-changed'],
    ],
    ['a value less', listed('a', 'b'), listed('a'), ['breaking enum-changed']],
    ['a value more', listed('a'), listed('b', 'a'), ['safe enum-changed']],
    ['values in another order', listed('a', 'b'), listed('b', 'a'), []],
    ['values that become free', listed('a'), text, ['safe enum-changed']],
    ['free text that is listed', text, listed('a'), ['breaking enum-changed']],
    [
      'a bound that is tightened by excluding it',
      { type: 'integer', minimum: 1 },
      { type: 'integer', minimum: 1, exclusiveMinimum: true },
      ['breaking bound-changed'],
    ],
    [
      'a bound that is relaxed',
      { type: 'integer', maximum: 5 },
      { type: 'integer', maximum: 7 },
      ['safe bound-changed'],
    ],
    [
      'a higher least',
      { type: 'integer', minimum: 1 },
      { type: 'integer', minimum: 2 },
      ['breaking bound-changed'],
    ],
    ['a least length of nothing', text, { ...text, minLength: 0 }, []],
    [
      'a coarser step',
      { type: 'integer', multipleOf: 2 },
      { type: 'integer', multipleOf: 4 },
      ['breaking bound-changed'],
    ],
    [
      'a finer step',
      { type: 'integer', multipleOf: 4 },
      { type: 'integer', multipleOf: 2 },
      ['safe bound-changed'],
    ],
    [
      'another pattern',
      { ...text, pattern: '^a' },
      { ...text, pattern: '^b' },
      ['breaking pattern-changed'],
    ],
    [
      'a format that is enforced',
      text,
      { ...text, format: 'date-time' },
      ['breaking format-changed'],
    ],
    ['a format that is only words', text, { ...text, format: 'semver' }, []],
    [
      'fewer bits',
      { type: 'integer', format: 'int64' },
      { type: 'integer', format: 'int32' },
      ['breaking format-changed'],
    ],
    [
      'another default',
      { ...text, default: 'a' },
      { ...text, default: 'b' },
      ['risky default-changed'],
    ],
    [
      'null as the default of what may not be null',
      text,
      { ...text, default: null },
      [],
    ],
    [
      'null no longer',
      { ...text, nullable: true },
      text,
      ['breaking nullable-changed'],
    ],
    [
      'null from now on',
      text,
      { ...text, nullable: true },
      ['safe nullable-changed'],
    ],
    ['a new rule', text, ruled('self != ""'), ['breaking rule-added']],
    ['a rule less', ruled('self != ""'), text, ['safe rule-removed']],
    [
      'a field that may no longer change',
      text,
      ruled('self == oldSelf'),
      ['risky immutability-changed'],
    ],
    [
      'a rule that compares with the old value, if there is one',
      text,
      ruled('oldSelf.orValue(self) == self', { optionalOldSelf: true }),
      ['breaking rule-added'],
    ],
    [
      'one alternative more',
      { anyOf: [{ required: ['a'] }], type: 'object' },
      {
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
        type: 'object',
      },
      ['safe alternatives-changed'],
    ],
    [
      'one alternative more of which only one may fit',
      { oneOf: [{ required: ['a'] }], type: 'object' },
      {
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
        type: 'object',
      },
      ['breaking alternatives-changed'],
    ],
    [
      'a list that becomes a set',
      { type: 'array', items: text },
      { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
      ['breaking list-changed'],
    ],
    [
      'entries that must be longer',
      { type: 'array', items: text },
      { type: 'array', items: { ...text, minLength: 2 } },
      ['breaking bound-changed'],
    ],
    [
      'other words',
      text,
      { ...text, description: 'Size' },
      ['safe text-changed'],
    ],
  ])('judges %s', (_title, before, after, expected) => {
    expect(judge(before, after)).toEqual(expected);
  });

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'a field less',
      { a: text, b: text },
      { a: text },
      ['breaking field-removed spec.b'],
    ],
    [
      'a field more',
      { a: text },
      { a: text, b: text },
      ['safe field-added spec.b'],
    ],
    [
      'a field whose name holds a dot',
      {},
      { 'a.b': text },
      ['safe field-added spec["a.b"]'],
    ],
  ])('judges %s', (_title, before, after, expected) => {
    const object = (properties: JsonObject) => ({ type: 'object', properties });
    expect(judge(object(before), object(after), true)).toEqual(expected);
  });

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'a new field that must be there',
      { properties: {} },
      { properties: { a: text }, required: ['a'] },
      ['breaking field-added'],
    ],
    [
      'a new field that must be there and has a default',
      { properties: {} },
      { properties: { a: { ...text, default: 'x' } }, required: ['a'] },
      ['safe field-added'],
    ],
    [
      'a new default where there may be one field only',
      { properties: { b: text }, maxProperties: 1 },
      {
        properties: { b: text, a: { ...text, default: 'x' } },
        maxProperties: 1,
      },
      ['breaking field-added'],
    ],
    [
      'a new default that a rule above can see, and does not ask for',
      seeing({ b: text }),
      seeing({ b: text, a: { ...text, default: 'x' } }),
      ['risky field-added'],
    ],
    [
      'an old field that must now be there',
      { properties: { a: text } },
      { properties: { a: text }, required: ['a'] },
      ['breaking required-added'],
    ],
    [
      'a required field that loses its default',
      { properties: { a: { ...text, default: 'x' } }, required: ['a'] },
      { properties: { a: text }, required: ['a'] },
      ['risky default-removed', 'breaking required-added'],
    ],
    [
      'an old field that must now be there, which a default of null does not answer',
      { properties: { a: { ...text, nullable: true, default: null } } },
      {
        properties: { a: { ...text, nullable: true, default: null } },
        required: ['a'],
      },
      ['breaking required-added'],
    ],
    [
      'a required field that may be left out',
      { properties: { a: text }, required: ['a'] },
      { properties: { a: text } },
      ['safe required-removed'],
    ],
    [
      'named fields that become a map of the same',
      { properties: { a: text } },
      { additionalProperties: text },
      ['safe field-added'],
    ],
    [
      'an object that takes keys from now on',
      {},
      { additionalProperties: text },
      ['safe field-added'],
    ],
    [
      'a key that must be there, which no default of any key answers',
      { additionalProperties: { ...text, default: 'a' } },
      { additionalProperties: { ...text, default: 'a' }, required: ['a'] },
      ['breaking required-added'],
    ],
    [
      'a named field that becomes any key, and gets its default no longer',
      { properties: { a: { ...text, default: 'a' } } },
      { additionalProperties: { ...text, default: 'a' } },
      ['risky default-removed', 'safe field-added'],
    ],
    [
      'free keys that must hold texts, and are not dropped',
      { 'x-kubernetes-preserve-unknown-fields': true },
      { additionalProperties: text },
      ['breaking type-changed'],
    ],
    [
      'texts that may hold anything',
      { additionalProperties: text },
      { 'x-kubernetes-preserve-unknown-fields': true },
      ['safe type-changed', 'safe nullable-changed'],
    ],
    [
      'a map that becomes named fields',
      { additionalProperties: text },
      { properties: { a: text } },
      ['breaking field-removed'],
    ],
    [
      'unknown fields that are dropped from now on',
      { 'x-kubernetes-preserve-unknown-fields': true, properties: { a: text } },
      { properties: { a: text } },
      ['breaking unknown-fields-changed'],
    ],
    [
      'a field that leaves where unknown ones are kept',
      { 'x-kubernetes-preserve-unknown-fields': true, properties: { a: text } },
      { 'x-kubernetes-preserve-unknown-fields': true, properties: {} },
      ['safe field-removed'],
    ],
    [
      'a field that is judged where it was free',
      { 'x-kubernetes-preserve-unknown-fields': true, properties: {} },
      { 'x-kubernetes-preserve-unknown-fields': true, properties: { a: text } },
      ['breaking field-added'],
    ],
  ])('judges %s', (_title, before, after, expected) => {
    expect(
      judge({ type: 'object', ...before }, { type: 'object', ...after }),
    ).toEqual(expected);
  });

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'a bound that all listed values are within',
      { ...listed('Always', 'Never'), maxLength: 15 },
      { ...listed('Always', 'Never'), maxLength: 6 },
      ['safe bound-changed'],
    ],
    [
      'a bound that one of them is not within',
      { ...listed('Always', 'Never'), maxLength: 15 },
      { ...listed('Always', 'Never'), maxLength: 5 },
      ['breaking bound-changed'],
    ],
    [
      'a listed value less that never was taken',
      { ...listed('small', 'enormous'), maxLength: 5 },
      { ...listed('small'), maxLength: 5 },
      ['safe enum-changed'],
    ],
    [
      'a rule that asks in another way for what has the same words',
      ruled("self != 'a'"),
      ruled("self.size() > 1 || self != 'a'"),
      ['breaking rule-changed'],
    ],
    [
      'a rule, whatever is listed',
      listed('a'),
      { ...listed('a'), ...ruled("self != 'a'"), enum: ['a'] },
      ['breaking rule-added'],
    ],
    [
      'entries that were described, in a list that keeps what is unknown',
      {
        type: 'array',
        items: { type: 'object', properties: { a: text }, required: ['a'] },
      },
      {
        type: 'array',
        items: { type: 'object' },
        'x-kubernetes-preserve-unknown-fields': true,
      },
      [
        'safe unknown-fields-changed',
        'safe field-removed',
        'safe required-removed',
      ],
    ],
    [
      'a list of texts that keeps what is unknown, of which there is nothing',
      { type: 'array', items: text },
      {
        type: 'array',
        items: text,
        'x-kubernetes-preserve-unknown-fields': true,
      },
      [],
    ],
  ])('judges %s', (_title, before, after, expected) => {
    expect(judge(before, after)).toEqual(expected);
  });

  it.each<[string, string, string, string]>([
    ['another one', '^a$', '^b$', 'breaking'],
    ['one more alternative', '^a$', '^a$|^$', 'safe'],
    ['alternatives in another order', '^a$|^b$', '^c$|^b$|^a$', 'safe'],
    ['one alternative less', '^a$|^b$', '^a$', 'breaking'],
    ['a bar inside a group', '^(a|b)$', '^(a|b|c)$', 'breaking'],
    ['a bar inside a class', '[a|b]', '[a|b]|c', 'safe'],
    ['a bar that is a text', 'a\\|b', 'a\\|b|c', 'safe'],
    ['half of a class', '[a', '[a|b]', 'breaking'],
    ['a flag that reaches further', 'b', '(?i)a|b', 'breaking'],
    ['a quotation without an end', '\\Qa', '\\Qa|b', 'breaking'],
  ])('judges a pattern with %s', (_title, before, after, severity) => {
    expect(
      judge({ ...text, pattern: before }, { ...text, pattern: after }),
    ).toEqual([`${severity} pattern-changed`]);
  });

  it('shows patterns as they are written, to where they differ', () => {
    const pattern = (end: string) => ({
      ...text,
      pattern: `^\\d+[a-z]{1,3}(${'x'.repeat(60)})${end}$`,
    });

    expect(say(pattern('1'), pattern('2'))).toEqual([
      `spec must now match "${pattern('2').pattern}" instead of "${
        pattern('1').pattern
      }".`,
    ]);
  });

  it('says what differs inside a default', () => {
    const object = (value: JsonObject) => ({
      type: 'object',
      default: { a: 'x'.repeat(100), ...value },
      properties: { a: text, b: text, c: text },
    });

    expect(say(object({ b: 'old' }), object({ b: 'new', c: 'more' }))).toEqual([
      'spec has another default where a request leaves it out: spec.b is "new" instead of "old", spec.c is "more".',
    ]);
  });

  it('survives a schema that is deeper than any stack', () => {
    const deep = (inside: JsonObject) =>
      Array.from({ length: 200 }).reduce<JsonObject>(
        items => ({ type: 'array', items }),
        inside,
      );
    expect(judge(deep(text), deep({ ...text, minLength: 1 }))).toEqual([
      'breaking type-changed',
    ]);
  });
});

function judge(before: JsonObject, after: JsonObject, withPath = false) {
  return compareSchemas({ before, after, path: 'spec', isWatched: false }).map(
    ({ code, severity, path }) =>
      [severity, code, ...(withPath ? [path] : [])].join(' '),
  );
}

function say(before: JsonObject, after: JsonObject) {
  return compareSchemas({ before, after, path: 'spec', isWatched: false }).map(
    ({ message }) => message,
  );
}
