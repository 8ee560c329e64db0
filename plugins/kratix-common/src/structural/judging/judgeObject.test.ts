import type { JsonObject, JsonValue } from '@backstage/types';
import { createObjectJudge, formatFieldError } from '..';

const text: JsonObject = { type: 'string' };

/** What kube-apiserver 1.36 said to the same (its own packages, run on these schemas and values). */
describe('createObjectJudge', () => {
  it.each<[string, JsonObject, JsonValue | undefined, string | undefined]>([
    ['a text', text, 'x', undefined],
    [
      'a number for a text',
      text,
      7,
      'spec.field in body must be of type string: "integer"',
    ],
    ['null that nothing allows, which is dropped', text, null, undefined],
    ['null that is allowed', { ...text, nullable: true }, null, undefined],
    [
      'null that is allowed, but not among the choices',
      { ...text, nullable: true, enum: ['a'] },
      null,
      'Unsupported value: null: supported values: "a"',
    ],
    [
      'a choice',
      { ...text, enum: ['a', 'b'] },
      'c',
      'Unsupported value: "c": supported values: "a", "b"',
    ],
    ['a whole number with a point', { type: 'integer' }, 3.0, undefined],
    [
      'a fraction',
      { type: 'integer' },
      1.5,
      'must be of type integer: "number"',
    ],
    [
      'too large for its format',
      { type: 'integer', format: 'int32' },
      2 ** 31,
      'Checked value must be of type integer with format int32 in spec.field',
    ],
    [
      'at an exclusive bound',
      { type: 'integer', minimum: 0, exclusiveMinimum: true },
      0,
      'should be greater than 0',
    ],
    [
      'not a multiple',
      { type: 'number', multipleOf: 0.1 },
      0.35,
      'should be a multiple of 0.1',
    ],
    ['a multiple', { type: 'number', multipleOf: 0.1 }, 0.3, undefined],
    ['a pattern of Go', { ...text, pattern: '(?i)^AB$' }, 'ab', undefined],
    [
      'a class of Go',
      { ...text, pattern: '^[[:alpha:]]+$' },
      'a1',
      "should match '^[[:alpha:]]+$'",
    ],
    ['a space of Go', { ...text, pattern: '^\\s$' }, '\u00a0', 'should match'],
    ['characters, not bytes', { ...text, maxLength: 1 }, '𝒜', undefined],
    [
      'a date',
      { ...text, format: 'date' },
      '2023-02-29',
      'must be of type date: "2023-02-29"',
    ],
    ['a path as an address', { ...text, format: 'uri' }, '/a', undefined],
    [
      'a word as an address',
      { ...text, format: 'uri' },
      'a b',
      'must be of type uri: "a b"',
    ],
    [
      'a format that nobody knows',
      { ...text, format: 'tensor' },
      'x',
      undefined,
    ],
    [
      'a number or a text',
      { 'x-kubernetes-int-or-string': true },
      1.5,
      'must be of type integer,string: "number"',
    ],
    [
      'a set',
      { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
      ['a', 'a'],
      'Duplicate value: "a"',
    ],
    [
      'a list by name',
      {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: { type: 'object', properties: { name: text } },
      },
      [{ name: 'a' }, { name: 'a' }],
      'Duplicate value: {"name":"a"}',
    ],
    [
      'an object within',
      {
        type: 'object',
        'x-kubernetes-embedded-resource': true,
        'x-kubernetes-preserve-unknown-fields': true,
      },
      { kind: 'Pod' },
      'Required value',
    ],
    [
      'none of',
      { ...text, anyOf: [{ pattern: '^a' }] },
      'b',
      'must validate at least one schema (anyOf)',
    ],
    [
      'more than one of',
      { ...text, oneOf: [{ pattern: '^a' }, { pattern: 'b$' }] },
      'ab',
      'must validate one and only one schema (oneOf). Found 2 valid alternatives',
    ],
    [
      'not',
      { ...text, not: { enum: ['no'] } },
      'no',
      'must not validate the schema (not)',
    ],
    [
      'what it must have, when it has a default',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { ...text, default: 'x' } },
      },
      {},
      undefined,
    ],
    [
      'a rule with a message',
      {
        ...text,
        'x-kubernetes-validations': [
          { rule: 'size(self) < 3', message: 'Be short' },
        ],
      },
      'abc',
      'Be short',
    ],
    [
      'a rule about durations',
      {
        ...text,
        format: 'duration',
        'x-kubernetes-validations': [{ rule: "self > duration('1s')" }],
      },
      '1ms',
      "failed rule: self > duration('1s')",
    ],
    [
      'a rule about a field with a reserved name',
      {
        type: 'object',
        properties: { namespace: text, 'a-b': text },
        'x-kubernetes-validations': [
          { rule: "self.__namespace__ == 'x' && self.a__dash__b == 'y'" },
        ],
      },
      { namespace: 'x', 'a-b': 'y' },
      undefined,
    ],
    [
      'a rule about a field that is not there',
      {
        type: 'object',
        properties: { a: text },
        'x-kubernetes-validations': [{ rule: "self.a == 'x'" }],
      },
      {},
      "no such key: a evaluating rule: self.a == 'x'",
    ],
  ])('judges %s', (_, schema, value, reason) => {
    const { errors, unjudged } = judgeField(schema, value);

    expect(unjudged).toEqual([]);
    const reasons = errors.map(formatFieldError).join('\n');
    expect(reasons.includes(reason ?? '')).toBe(true);
    expect(errors.length > 0).toBe(reason !== undefined);
    expect(errors.every(({ field }) => field.startsWith('spec.field'))).toBe(
      true,
    );
  });

  it('drops what the schema does not know, and says so', () => {
    const judge = createObjectJudge({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            open: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
              properties: { closed: { type: 'object', properties: {} } },
            },
          },
        },
      },
    });

    const verdict = judge({
      kind: 'X',
      metadata: { labels: {} },
      spec: { a: 1, open: { b: 2, closed: { c: 3 } } },
      other: true,
    });

    expect(verdict.pruned).toEqual(['other', 'spec.a', 'spec.open.closed.c']);
    expect(verdict.stored).toEqual({
      kind: 'X',
      metadata: { labels: {} },
      spec: { open: { b: 2, closed: {} } },
    });
  });

  it('does not ask rules of changes about what is new', () => {
    const rule = { rule: 'self == oldSelf', message: 'It stays' };
    const schema = { ...text, 'x-kubernetes-validations': [rule] };
    const judge = createObjectJudge(root(schema));

    expect(judge({ spec: { field: 'a' } }).errors).toEqual([]);
    expect(
      judge({ spec: { field: 'b' } }, { spec: { field: 'a' } }).errors,
    ).toMatchObject([{ field: 'spec.field', detail: 'It stays' }]);
  });

  it('says which rules it cannot judge', () => {
    const rule = { rule: 'self.neverHeardOf() == 4' };

    const { errors, unjudged } = judgeField(
      { ...text, 'x-kubernetes-validations': [rule] },
      '1.1.1.1',
    );

    expect(errors).toEqual([]);
    expect(unjudged).toMatchObject([{ field: 'spec.field', rule: rule.rule }]);
  });

  it('leaves the given object as it is', () => {
    const given = { spec: { field: 'a', x: 1 } };

    createObjectJudge(root(text))(given);

    expect(given).toEqual({ spec: { field: 'a', x: 1 } });
  });
});

function root(field: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { spec: { type: 'object', properties: { field } } },
  };
}

function judgeField(schema: JsonObject, value: JsonValue | undefined) {
  return createObjectJudge(root(schema))({ spec: { field: value } });
}
