import {
  asSchema,
  nodeKindOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isPlainValue } from '../../kubernetes/reading/plainValue';
import { buildYamlNode } from './buildYamlNode';
import { typeOf } from './buildScalarNode';
import { sayCombinations } from './combinations';
import { describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { lengthOf, readScalarRules } from './scalarRules';
import { dropUnsaidRules, leaveToPlatform } from './unsaidRules';

/**
 * Free keys with a value each. The form's renderer looks for no `ui:*` below `additionalProperties`
 * (backstage-1.55, 3.5), so anything but plain values is a YAML editor.
 * @internal
 */
export function buildMapNode(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): FormNode {
  const valueSchema = asSchema(schema.additionalProperties);
  const kind = nodeKindOf(valueSchema);
  const isPlain =
    kind === 'string' ||
    kind === 'intOrString' ||
    kind === 'integer' ||
    kind === 'number' ||
    kind === 'boolean';
  if (!isPlain) {
    return buildYamlNode(schema, position, run);
  }
  const { words, ui } = describeNode(schema, position, run);
  const rules = readScalarRules(valueSchema, kind, what =>
    leaveToPlatform(`${position.path}.*`, what, run),
  );
  dropUnsaidRules(
    valueSchema,
    { ...position, path: `${position.path}.*` },
    run,
  );
  const maxProperties = lengthOf(schema.maxProperties);
  const { default: preset } = schema;
  const isPrefilled =
    position.isCertain &&
    isPlainValue(preset) &&
    typeof preset === 'object' &&
    preset !== null &&
    Object.keys(preset).length > 0;
  return {
    form: {
      type: schema.nullable === true ? ['object', 'null'] : 'object',
      ...words,
      additionalProperties: {
        ...typeOf(kind, valueSchema),
        ...rules.schema,
        ...sayCombinations(valueSchema, kind),
      },
      ...(maxProperties !== undefined && { maxProperties }),
      ...(isPrefilled && { default: preset }),
      ...ui,
    },
    isSet: { type: 'object', minProperties: 1 },
    demand: undefined,
    hasUi: true,
  };
}
