import type { JsonObject } from '@backstage/types';
import { formatFieldError } from './FieldError';
import { readStructuralSchema } from './readStructuralSchema';
import { validateSchema } from './validateSchema';

function messages(value: unknown, schema: JsonObject): string[] {
  return validateSchema(value, readStructuralSchema(schema), 'spec.x').map(
    error =>
      `${error.isUnnamed ? '<nil>' : error.field}: ${formatFieldError(error)}`,
  );
}

describe('validateSchema', () => {
  it.each<[JsonObject, unknown, string | string[]]>([
    [
      { type: 'integer' },
      'a',
      'spec.x: Invalid value: "string": spec.x in body must be of type integer: "string"',
    ],
    [
      { type: 'string' },
      null,
      'spec.x: Invalid value: "null": spec.x in body must be of type string: "null"',
    ],
    [
      { type: 'integer' },
      1.5,
      [
        'spec.x: Invalid value: "number": spec.x in body must be of type integer: "number"',
        '<nil>: Invalid value: "": Checked value must be of type integer (default format) in spec.x',
      ],
    ],
    [
      { 'x-kubernetes-int-or-string': true },
      true,
      'spec.x: Invalid value: "boolean": spec.x in body must be of type integer,string: "boolean"',
    ],
    [
      { type: 'string', enum: ['a', 'b'] },
      'c',
      'spec.x: Unsupported value: "c": supported values: "a", "b"',
    ],
    [
      { type: 'string', pattern: '^[a-z]+$' },
      'A',
      `spec.x: Invalid value: "A": spec.x in body should match '^[a-z]+$'`,
    ],
    [
      { type: 'string', minLength: 3 },
      'ab',
      'spec.x: Invalid value: "ab": spec.x in body should be at least 3 chars long',
    ],
    [
      { type: 'string', maxLength: 1 },
      'ab',
      'spec.x: Too long: may not be more than 1 byte',
    ],
    [
      { type: 'string', format: 'date-time' },
      'soon',
      'spec.x: Invalid value: "soon": spec.x in body must be of type date-time: "soon"',
    ],
    [
      { type: 'number', maximum: 3 },
      4,
      'spec.x: Invalid value: 4: spec.x in body should be less than or equal to 3',
    ],
    [
      { type: 'number', minimum: 3, exclusiveMinimum: true },
      3,
      'spec.x: Invalid value: 3: spec.x in body should be greater than 3',
    ],
    [
      { type: 'number', multipleOf: 2 },
      3,
      'spec.x: Invalid value: 3: spec.x in body should be a multiple of 2',
    ],
    [
      { type: 'array', maxItems: 1, items: { type: 'string' } },
      ['a', 'b'],
      'spec.x: Too many: 2: must have at most 1 item',
    ],
    [
      { type: 'array', items: { type: 'string' } },
      ['a', 1],
      'spec.x[1]: Invalid value: "integer": spec.x[1] in body must be of type string: "integer"',
    ],
    [{ type: 'object', required: ['name'] }, {}, 'spec.x.name: Required value'],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      { a: 1 },
      'spec.x.a: Invalid value: "integer": spec.x.a in body must be of type string: "integer"',
    ],
  ])('with %j refuses %j', (schema, value, message) => {
    expect(messages(value, schema)).toEqual([message].flat());
  });

  it.each<[JsonObject, unknown]>([
    [{ type: 'string', nullable: true }, null],
    [{ 'x-kubernetes-int-or-string': true }, 1],
    [{ 'x-kubernetes-int-or-string': true }, '10%'],
    [{ 'x-kubernetes-preserve-unknown-fields': true }, { any: ['thing'] }],
    [{ type: 'number' }, 1],
    [{ type: 'string', format: 'never-heard-of' }, 'x'],
    [{ type: 'string', pattern: '(?i)^ABC$' }, 'abc'],
    [{ type: 'object', required: ['toString'] }, { toString: 'mine' }],
  ])('with %j accepts %j', (schema, value) => {
    expect(messages(value, schema)).toEqual([]);
  });

  it('does not take an inherited property for a value', () => {
    expect(messages({}, { type: 'object', required: ['constructor'] })).toEqual(
      ['spec.x.constructor: Required value'],
    );
  });

  it('says how many alternatives of oneOf were met', () => {
    const schema: JsonObject = {
      type: 'object',
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    };

    expect(messages({ a: 1, b: 2 }, schema)).toEqual([
      '<nil>: Invalid value: "": "spec.x" must validate one and only one schema (oneOf). Found 2 valid alternatives',
    ]);
    expect(messages({ a: 1 }, schema)).toEqual([]);
    expect(messages({}, schema)[0]).toContain('Found none valid');
  });
});
