import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  yamlField,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import type { Problem } from '../../model';

/**
 * Where a form has an editor for YAML instead of fields, and why.
 * @internal
 */
export function findEditors(spec: CrdSchema, form: JsonObject): Problem[] {
  const found: Problem[] = [];
  visit(spec, form, 'spec', found);
  return found;
}

function visit(
  schema: CrdSchema,
  form: unknown,
  path: string,
  found: Problem[],
): void {
  if (!isObject(form) || found.length >= maxFound) {
    return;
  }
  if (form['ui:field'] === yamlField) {
    found.push({
      code: 'yaml-editor',
      message: `${path} is edited as YAML: ${reasonOf(schema)}.`,
      path,
    });
    return;
  }
  const forms = {
    ...asSchema(form.properties),
    ...Object.assign(
      {},
      ...(Array.isArray(form.oneOf) ? form.oneOf : []).map(branch =>
        asSchema(asSchema(branch).properties),
      ),
    ),
  };
  for (const [name, child] of propertiesOf(schema)) {
    visit(child, forms[name], `${path}.${name}`, found);
  }
  visit(asSchema(schema.items), form.items, `${path}[]`, found);
}

const maxFound = 100;

function reasonOf(schema: CrdSchema): string {
  if (asSchema(schema['x-kratix-portal']).field === yamlField) {
    return 'its author wants it so';
  }
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return 'it is a whole Kubernetes object';
  }
  switch (nodeKindOf(schema)) {
    case 'map':
      return 'it is a map of more than plain values';
    case 'array':
      return nodeKindOf(asSchema(schema.items)) === 'any'
        ? 'its entries may be anything'
        : 'it has too many fields';
    case 'object':
      return 'it has too many fields, or one that no form can have';
    default:
      return schema.type === undefined || schema.type === 'object'
        ? 'its schema does not say what it holds'
        : 'no field fits its schema';
  }
}
