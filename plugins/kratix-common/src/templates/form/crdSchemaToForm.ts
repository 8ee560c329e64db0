import type { JsonObject } from '@backstage/types';
import { specSchemaOf, type CrdSchema } from '../../crdSchema/crdSchema';
import type { Problem } from '../../model';
import { createFieldCounter } from './fieldBudget';
import { buildFormNode } from './buildFormNode';
import type { FormPosition, FormRun } from './FormNode';

/**
 * How a form is made.
 * @public
 */
export interface CrdFormOptions {
  /** `update` makes what may not change read-only. Default: `create`. */
  readonly mode?: 'create' | 'update';
  /** Fields that sections share; what has more than three times its share becomes a YAML editor. Default: 400. */
  readonly maxFields?: number;
}

/**
 * A form, and what of the schema it does not say.
 * @public
 */
export interface CrdForm {
  /**
   * JSON Schema with `ui:*` keys for the form of `spec`; undefined when a request has nothing to fill in.
   */
  readonly schema?: JsonObject;
  /**
   * What was left out. Code `rule-left-to-platform`: the platform checks it, the form does not; every other
   * code costs the person something.
   */
  readonly dropped: readonly Problem[];
}

/**
 * Step 4 of 7: turns the schema of a Promise's API into the form of a request's `spec`, as Backstage renders
 * it. Unset stays unset: nothing is filled in but the defaults of what is certain to be there. What no form
 * can show becomes a YAML editor.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function crdSchemaToForm(
  apiSchema: JsonObject,
  options: CrdFormOptions = {},
): CrdForm {
  const specSchema = specSchemaOf(apiSchema);
  if (!specSchema) {
    return { dropped: [] };
  }
  const dropped: Problem[] = [];
  const { mode = 'create', maxFields = 400 } = options;
  const counter = { editorNodes: 0 };
  const run: FormRun = {
    mode,
    drop: problem => {
      if (dropped.length < maxDropped) {
        dropped.push(problem);
      }
    },
    countFields: createFieldCounter(),
    takeEditorNodes: nodes => {
      const isTaken = counter.editorNodes + nodes <= maxEditorNodes;
      counter.editorNodes += isTaken ? nodes : 0;
      return isTaken;
    },
    build: (schema: CrdSchema, position: FormPosition) =>
      buildFormNode(schema, position, run),
  };
  const { form } = run.build(specSchema, {
    name: 'spec',
    path: 'spec',
    depth: 0,
    isRequired: true,
    isCertain: true,
    budget: maxFields,
  });
  return { schema: form, dropped };
}

const maxDropped = 200;
const maxEditorNodes = 1_500;
