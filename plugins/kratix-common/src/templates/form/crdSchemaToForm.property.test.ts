import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { validate } from 'jsonschema';
import { complaintsOf, untouchedForm } from '../../__testUtils__/renderForm';
import { pruneFormValues } from '../../manifest';
import { crdSchemaToForm } from './crdSchemaToForm';
import { propertyRuns } from '../../__testUtils__/propertyRuns';

jest.setTimeout(30_000); // it compiles a validator for each schema

describe('crdSchemaToForm, whatever the schema', () => {
  it('lets a person order nothing when nothing must be ordered', () => {
    fc.assert(
      fc.property(optionalSpec, spec => {
        const apiSchema = { properties: { spec } };
        const form = crdSchemaToForm(apiSchema).schema ?? {};

        const untouched = untouchedForm(form);

        expect(complaintsOf(form, untouched)).toEqual([]);
        expect(validate(untouched, form).errors.map(String)).toEqual([]);
        expect(pruneFormValues(apiSchema, untouched)).toEqual({});
      }),
      propertyRuns(40),
    );
  });

  it('offers an editor or a field for everything that must be filled in', () => {
    fc.assert(
      fc.property(optionalSpec, spec => {
        const names = Object.keys(spec.properties as JsonObject);
        const apiSchema = {
          properties: { spec: { ...spec, required: names } },
        };

        const form = crdSchemaToForm(apiSchema).schema ?? {};

        expect(Object.keys(form.properties ?? {})).toEqual(names);
        expect(form.required).toEqual(names);
      }),
      propertyRuns(40),
    );
  });
});

const name = fc.stringMatching(/^[a-z]{1,6}$/);

const leaf: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject>(
  { type: 'string' },
  { type: 'string', minLength: 3, pattern: '^[a-z]+$' },
  { type: 'string', enum: ['a', 'b'] },
  { type: 'string', format: 'date-time', nullable: true },
  { type: 'integer', minimum: 0, exclusiveMinimum: true },
  { type: 'number', multipleOf: 0.5 },
  { type: 'boolean' },
  { 'x-kubernetes-int-or-string': true },
  { 'x-kubernetes-preserve-unknown-fields': true },
  { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  { type: 'object', additionalProperties: { type: 'string' } },
  { type: 'array', minItems: 2, items: { type: 'string' } },
);

const { node } = fc.letrec<{ node: JsonObject }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('node').map(items => ({ type: 'array', minItems: 1, items })),
    fc
      .dictionary(name, tie('node'), { minKeys: 1, maxKeys: 4 })
      .chain(properties =>
        fc
          .subarray(Object.keys(properties))
          .map(required => ({ type: 'object', required, properties })),
      ),
  ),
}));

const optionalSpec: fc.Arbitrary<JsonObject> = fc
  .dictionary(name, node, { minKeys: 1, maxKeys: 5 })
  .map(properties => ({ type: 'object', properties }));
