import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  specSchemaOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';

const maxRules = 50;

/**
 * The rules about `spec` as a whole: what a refusal says, and the fields it speaks of. The API server tells
 * only that `spec` is wrong (k8s.io/apiextensions-apiserver pkg/apiserver/schema/cel/validation.go), and the
 * person wants to know which field to change.
 * @internal
 */
export function findSpecRules(apiSchema: CrdSchema): JsonObject[] {
  const spec = asSchema(specSchemaOf(apiSchema));
  const known = asSchema(spec.properties);
  const rules = spec['x-kubernetes-validations'];
  return (Array.isArray(rules) ? rules.slice(0, maxRules) : []).flatMap(
    entry => {
      const { rule, message, fieldPath } = isObject(entry)
        ? entry
        : ({} as Record<string, unknown>);
      const says = typeof message === 'string' ? message.trim() : rule;
      const names =
        typeof rule === 'string' && fieldPath === undefined
          ? namesIn(rule).filter(name => Object.hasOwn(known, name))
          : [];
      return typeof says === 'string' && says && names.length > 0
        ? [{ says, names }]
        : [];
    },
  );
}

function namesIn(rule: string): string[] {
  const matches = [...rule.matchAll(/\bself\.([A-Za-z_]\w*)/g)];
  return [...new Set(matches.flatMap(([, name]) => name ?? []))];
}
