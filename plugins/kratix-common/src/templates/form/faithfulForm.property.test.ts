import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { validate } from 'jsonschema';
import { complaintsOf, openForm } from '../../__testUtils__/renderForm';
import { anySpec } from '../../__testUtils__/structuralSchemas';
import { pruneFormValues, toFormValues } from '../../manifest';
import { checkStructure, createObjectJudge } from '../../structural';
import { crdSchemaToForm } from './crdSchemaToForm';
import { propertyRuns } from '../../__testUtils__/propertyRuns';

/** `KRATIX_PROPERTY_RUNS=20000` for a long look. */
const { numRuns } = propertyRuns(300);

jest.setTimeout(numRuns * 100 + 20_000);

interface Case {
  readonly apiSchema: JsonObject;
  readonly spec: JsonObject;
}

/** Only what the API server would take as a CRD: nothing can be ordered from others. */
const cases = anySpec
  .map(
    ({ schema, value }): Case => ({
      apiSchema: {
        type: 'object',
        required: ['spec'],
        properties: { spec: schema },
      },
      spec: value as JsonObject,
    }),
  )
  .filter(({ apiSchema }) => checkStructure(apiSchema).length === 0);

describe('a form, whatever the schema and the values', () => {
  it('takes what the API server takes', () => {
    check(({ judge, form, spec, apiSchema }) => {
      fc.pre(judge({ spec }).errors.length === 0);

      const state = openForm(form, toFormValues(apiSchema, spec));

      expect(complaintsOf(form, state)).toEqual([]);
      expect(validate(state, form).errors.map(String)).toEqual([]);
    });
  });

  it('sends only what the API server takes, but for what it says it leaves to it', () => {
    check(({ judge, form, spec, apiSchema, left, hasUnshown }) => {
      const state = openForm(form, toFormValues(apiSchema, spec));
      fc.pre(complaintsOf(form, state).length === 0);
      fc.pre(!JSON.stringify(state).includes('""')); // a blank entry is none
      fc.pre(!hasUnshown); // nobody can have written what has no field

      const { errors } = judge({ spec: pruneFormValues(apiSchema, state) });

      expect(errors.filter(({ field }) => !isLeft(field, left))).toEqual([]);
    });
  });

  it('brings back what it was opened with, after the defaults', () => {
    check(({ judge, form, spec, apiSchema }) => {
      const given = judge({ spec });
      fc.pre(given.errors.length === 0);

      const state = openForm(form, toFormValues(apiSchema, spec));
      const sent = pruneFormValues(apiSchema, state, { previous: spec });

      expect(judge({ spec: sent }).stored).toEqual(given.stored);
      expect(sent).toEqual(toFormValues(apiSchema, spec));
    });
  });

  it('sends nothing of itself', () => {
    check(({ form, apiSchema }) => {
      // The renderer fills a list up that must have entries.
      fc.pre(!JSON.stringify(apiSchema).includes('minItems'));
      const state = openForm(form, {});

      const sent = pruneFormValues(apiSchema, state);

      expect(leavesOf(sent)).toEqual([]);
    });
  });
});

interface Parts extends Case {
  readonly form: JsonObject;
  readonly left: readonly string[];
  readonly hasUnshown: boolean;
  readonly judge: ReturnType<typeof createObjectJudge>;
}

function check(property: (parts: Parts) => void): void {
  fc.assert(
    fc.property(cases, each => {
      const { schema = {}, dropped } = crdSchemaToForm(each.apiSchema);
      property({
        ...each,
        form: schema,
        left: dropped.map(({ path = '' }) => path),
        hasUnshown: dropped.some(({ code }) => code === 'unusable-name'),
        judge: createObjectJudge(each.apiSchema),
      });
    }),
    propertyRuns(numRuns),
  );
}

/** `*` in a path stands for any key of a map. */
function isLeft(field: string, left: readonly string[]): boolean {
  const place = field.replace(/\[\d+\]/g, '[]');
  return left.some(path =>
    new RegExp(
      `^${path
        .split('.*')
        .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('\\.[^.]+')}`,
    ).test(place),
  );
}

/** What is there beside objects and lists around nothing. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [value];
}
