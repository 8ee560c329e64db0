import { yamlField, type CrdSchema } from '../../crdSchema/crdSchema';
import { isPlainValue } from '../../kubernetes/reading/plainValue';
import { sayEditorRules } from './editorRules';
import { describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';

/**
 * A YAML editor, for what no fixed form can show. It has no type on purpose: the form's renderer would put
 * an empty object into every untouched one.
 * @internal
 */
export function buildYamlNode(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): FormNode {
  const { words, ui } = describeNode(schema, position, run);
  const { default: preset } = schema;
  const isPrefilled =
    position.isCertain && !isEmpty(preset) && isPlainValue(preset);
  return {
    form: {
      ...words,
      ...(isPrefilled && { default: preset }),
      ...sayEditorRules(schema, position, run),
      'ui:field': yamlField,
      ...ui,
    },
    isSet: {},
    demand: undefined,
    hasUi: true,
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
