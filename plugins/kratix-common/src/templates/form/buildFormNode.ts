import {
  nodeKindOf,
  propertiesOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { buildArrayNode } from './buildArrayNode';
import { buildMapNode } from './buildMapNode';
import { buildObjectNode } from './buildObjectNode';
import { buildScalarNode } from './buildScalarNode';
import { buildYamlNode } from './buildYamlNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { dropUnsaidRules, dropUnusedHints } from './unsaidRules';
import { tell } from '../../wording';

/** Deeper than this nobody finds their way through nested sections. */
const maxDepth = 10;

/**
 * Builds the part of a form for one node of a schema.
 * @internal
 */
export function buildFormNode(
  schema: CrdSchema,
  given: FormPosition,
  run: FormRun,
): FormNode {
  const position = withOverdraft(schema, given, run);
  dropUnsaidRules(schema, position, run);
  dropUnusedHints(schema, position, run);
  const kind = nodeKindOf(schema);
  if (!isScalar(kind) && isTooLarge(schema, position, run)) {
    run.drop({
      code: 'form-too-large',
      ...tell('form.tooLarge', { path: position.path }),
      path: position.path,
    });
    return buildYamlNode(schema, position, run);
  }
  switch (kind) {
    case 'object':
      return buildObjectNode(schema, position, run);
    case 'map':
      return buildMapNode(schema, position, run);
    case 'array':
      return buildArrayNode(schema, position, run);
    case 'any':
      return buildYamlNode(schema, position, run);
    default:
      return buildScalarNode(schema, kind, { position, run });
  }
}

/**
 * A section that is not far beyond its share is shown as a whole: people fill in a field more readily than an
 * editor.
 */
function withOverdraft(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): FormPosition {
  const fields = run.countFields(schema);
  const { depth, budget } = position;
  return depth > 0 && fields > budget && fields <= budget * maxOverdraft
    ? { ...position, budget: fields }
    : position;
}

/**
 * What has far more fields than it may have and cannot share them out, because few are left for it or because
 * they stand side by side; or what is nested too deeply.
 */
function isTooLarge(
  schema: CrdSchema,
  { depth, budget }: FormPosition,
  run: FormRun,
): boolean {
  const fields = run.countFields(schema);
  return (
    (depth > maxDepth && fields > 2) ||
    (depth > 0 && fields > budget && budget < minSection) ||
    propertiesOf(schema).length > budget * maxOverdraft
  );
}

/** A section of which fewer fields can be shown is better edited as a whole. */
const minSection = 15;
/** So many times its share a section may have. */
const maxOverdraft = 3;

function isScalar(kind: ReturnType<typeof nodeKindOf>): boolean {
  return !['object', 'map', 'array', 'any'].includes(kind);
}
