import {
  asSchema,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { listOf, numberOf } from './readSchema';

/**
 * Whether an object can be refused because one of its fields is there, or is not: alternatives that require
 * it, a rule that asks for it with `has`, or a limit on how many fields there are.
 * @internal
 */
export function countsField(schema: CrdSchema, name: string): boolean {
  return (
    numberOf(schema, 'maxProperties') !== undefined ||
    alternativesOf(schema).some(part => requiresField(part, name)) ||
    listOf(schema, 'x-kubernetes-validations').some(entry =>
      asksFor(asSchema(entry).rule, name),
    )
  );
}

function requiresField(schema: CrdSchema, name: string): boolean {
  return (
    requiredOf(schema).includes(name) ||
    alternativesOf(schema).some(part => requiresField(part, name))
  );
}

function alternativesOf(schema: CrdSchema): CrdSchema[] {
  return [
    ...['oneOf', 'anyOf', 'allOf'].flatMap(keyword => listOf(schema, keyword)),
    ...(schema.not === undefined ? [] : [schema.not]),
  ].map(asSchema);
}

function asksFor(rule: unknown, name: string): boolean {
  return (
    typeof rule === 'string' &&
    rule.replace(/\s/g, '').includes(`has(self.${name})`)
  );
}
