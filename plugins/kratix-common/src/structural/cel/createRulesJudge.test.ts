import type { JsonObject } from '@backstage/types';
import { omittedValue } from '../FieldError';
import { readStructuralSchema } from '../readStructuralSchema';
import type { ValidationRule } from '../StructuralSchema';
import { createRulesJudge } from './createRulesJudge';

function judgeWith(properties: JsonObject, rules: ValidationRule[]) {
  return createRulesJudge(
    readStructuralSchema({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties,
          'x-kubernetes-validations': rules,
        },
      },
    }),
  );
}

function object(spec: unknown) {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Thing',
    metadata: {
      name: 'a',
      uid: 'u',
      resourceVersion: '1',
      creationTimestamp: '2024-01-01T00:00:00Z',
    },
    spec,
  };
}

const integer = { type: 'integer' };
const string = { type: 'string' };
const strings = { type: 'array', items: string };

describe('createRulesJudge', () => {
  it.each<[string, object, object | undefined, boolean]>([
    [
      '!oldSelf.hasValue() || self.a == oldSelf.value().a',
      { a: 'x' },
      undefined,
      true,
    ],
    [
      '!oldSelf.hasValue() || self.a == oldSelf.value().a',
      { a: 'x' },
      { a: 'x' },
      true,
    ],
    [
      '!oldSelf.hasValue() || self.a == oldSelf.value().a',
      { a: 'x' },
      { a: 'y' },
      false,
    ],
    ["oldSelf.hasValue() || self.a == 'first'", { a: 'x' }, undefined, false],
    [
      "oldSelf.optMap(o, o.a).orValue('first') == self.a",
      { a: 'x' },
      undefined,
      false,
    ],
    [
      "oldSelf.optMap(o, o.a).orValue('first') == self.a",
      { a: 'first' },
      undefined,
      true,
    ],
    [
      "oldSelf.optMap(o, o.a).orValue('first') == self.a",
      { a: 'x' },
      { a: 'x' },
      true,
    ],
  ])(
    'sees creation too where oldSelf is optional: %s of %j',
    (rule, spec, before, isFine) => {
      const judge = judgeWith({ a: string }, [{ rule, optionalOldSelf: true }]);
      const verdict = judge?.(object(spec), before && object(before));
      expect(verdict?.unjudged).toEqual([]);
      expect(verdict?.errors.length).toBe(isFine ? 0 : 1);
    },
  );

  it.each<[string, object, object | undefined, boolean]>([
    ['self.min <= self.max', { min: 1, max: 2 }, undefined, true],
    ['self.min <= self.max', { min: 3, max: 2 }, undefined, false],
    ['self.name == oldSelf.name', { name: 'b' }, undefined, true],
    ['self.name == oldSelf.name', { name: 'b' }, { name: 'b' }, true],
    ['self.name == oldSelf.name', { name: 'b' }, { name: 'a' }, false],
    ['!has(self.name) || size(self.name) > 2', {}, undefined, true],
    [
      '!has(self.name) || size(self.name) > 2',
      { name: 'ab' },
      undefined,
      false,
    ],
    [
      'self.names.all(n, n.startsWith("a"))',
      { names: ['a', 'b'] },
      undefined,
      false,
    ],
    ['self.names.exists(n, n == "b")', { names: ['a', 'b'] }, undefined, true],
    ['self.name.matches("^[a-z]+$")', { name: 'A' }, undefined, false],
    ['self.name in ["a", "b"]', { name: 'a' }, undefined, true],
    ['self.__namespace__ == "x"', { namespace: 'x' }, undefined, true],
  ])('evaluates %s for %j after %j as %s', (rule, spec, old, isMet) => {
    const judge = judgeWith(
      {
        min: integer,
        max: integer,
        name: string,
        names: strings,
        namespace: string,
      },
      [{ rule, message: 'refused' }],
    );

    expect(judge?.(object(spec), old && object(old))).toEqual({
      errors: isMet
        ? []
        : [
            {
              type: 'Invalid',
              field: 'spec',
              value: omittedValue,
              detail: 'refused',
            },
          ],
      unjudged: [],
    });
  });

  it('names the field, the reason and the message that the author gives', () => {
    const judge = judgeWith({ count: integer }, [
      {
        rule: 'self.count < 3',
        fieldPath: '.count',
        reason: 'FieldValueForbidden',
        messageExpression: '"at most 2, not " + string(self.count)',
      },
    ]);

    expect(judge?.(object({ count: 5 })).errors).toEqual([
      {
        type: 'Forbidden',
        field: 'spec.count',
        value: omittedValue,
        detail: 'at most 2, not 5',
      },
    ]);
  });

  it.each([
    ["self.min <= 1 || self.name != 'a'", 'min'],
    ["self.name != 'a' && self.min <= 1", 'name'],
  ])('says which field %s cannot find', (rule, key) => {
    const judge = judgeWith({ min: integer, name: string }, [
      { rule, message: 'refused' },
    ]);

    expect(judge?.(object({})).errors).toEqual([
      {
        type: 'Invalid',
        field: 'spec',
        value: 'object',
        detail: `no such key: ${key} evaluating rule: refused`,
      },
    ]);
  });

  it('leaves to the API server what it cannot evaluate, and says why', () => {
    const judge = judgeWith({}, [{ rule: 'self.name.neverHeardOf()' }]);

    expect(judge?.(object({ name: 'a' }))).toEqual({
      errors: [],
      unjudged: [
        {
          rule: 'self.name.neverHeardOf()',
          field: 'spec',
          why: expect.stringContaining('neverHeardOf'),
        },
      ],
    });
  });

  it('is absent when there are no rules', () => {
    expect(
      createRulesJudge(readStructuralSchema({ type: 'object' })),
    ).toBeUndefined();
  });
});
