import type { KubeObject } from '../../cluster';
import { omittedValue } from '../../status/FieldError';
import type { JsonSchema, ValidationRule } from '../JsonSchema';
import { compileRules } from './compileRules';

function schemaWith(
  spec: Record<string, JsonSchema>,
  rules: ValidationRule[],
): JsonSchema {
  return {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: spec,
        'x-kubernetes-validations': rules,
      },
    },
  };
}

function object(spec: unknown): KubeObject {
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

const integer: JsonSchema = { type: 'integer' };
const string: JsonSchema = { type: 'string' };

describe('compileRules', () => {
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
    const rules = compileRules(
      schemaWith({ min: integer, max: integer, name: string }, [
        { rule, message: 'refused' },
      ]),
      'things.example.org/v1',
      message => {
        throw new Error(message);
      },
    );

    const errors = rules?.(object(spec), old && object(old));

    expect(errors).toEqual(
      isMet
        ? []
        : [
            {
              type: 'Invalid',
              field: 'spec',
              value: omittedValue,
              detail: 'refused',
            },
          ],
    );
  });

  it('names the field, the reason and the message that the author gives', () => {
    const rules = compileRules(
      schemaWith({ count: integer }, [
        {
          rule: 'self.count < 3',
          fieldPath: '.count',
          reason: 'FieldValueForbidden',
          messageExpression: '"at most 2, not " + string(self.count)',
        },
      ]),
      'things.example.org/v1',
      () => {},
    );

    expect(rules?.(object({ count: 5 }))).toEqual([
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
    const rules = compileRules(
      schemaWith({ min: integer, name: string }, [
        { rule, message: 'refused' },
      ]),
      'things.example.org/v1',
      () => {},
    );

    expect(rules?.(object({}))).toEqual([
      {
        type: 'Invalid',
        field: 'spec',
        value: 'object',
        detail: `no such key: ${key} evaluating rule: refused`,
      },
    ]);
  });

  it('skips a rule that it cannot evaluate, and says so once', () => {
    const said: string[] = [];
    const rules = compileRules(
      schemaWith({}, [{ rule: 'self.name.neverHeardOf()' }]),
      'things.example.org/v1',
      message => said.push(message),
    );

    expect(rules?.(object({ name: 'a' })) ?? []).toEqual([]);
    rules?.(object({ name: 'b' }));

    expect(said).toEqual([
      expect.stringContaining(
        'things.example.org/v1: rule "self.name.neverHeardOf()" is skipped',
      ),
    ]);
  });

  it('is absent when there are no rules', () => {
    expect(
      compileRules({ type: 'object' }, 'things.example.org/v1', () => {}),
    ).toBeUndefined();
  });
});
