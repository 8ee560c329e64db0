import type { KubeObject } from '../../cluster';
import { equalJson, isObject } from '../../json/json';
import type { ResourceType } from '../../registry/ResourceType';
import type { FieldError } from '../../status/FieldError';
import { omittedValue } from '../../status/FieldError';
import type { JsonSchema, ValidationRule } from '../JsonSchema';
import { propertySchema } from '../JsonSchema';
import type { CelProgram } from './CelProgram';
import { compileCel } from './CelProgram';
import { describeMissing } from './describeMissing';
import { fieldOf } from './fieldOf';

interface CompiledRule {
  readonly rule: ValidationRule;
  readonly program: CelProgram;
  readonly message?: CelProgram;
  readonly needsOldSelf: boolean;
}

type RulesBySchema = Map<JsonSchema, readonly CompiledRule[]>;

/**
 * The `x-kubernetes-validations` of a CRD version as one check; undefined when it has none. A rule that our
 * CEL cannot read or evaluate is left out, and said once.
 * Source of the rules: apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go.
 * @internal
 */
export function compileRules(
  schema: JsonSchema,
  about: string,
  log: (message: string) => void,
): ResourceType['rules'] {
  const rules: RulesBySchema = new Map();
  const said = new Set<string>();
  const skip = (rule: string, error: unknown) => {
    if (!said.has(rule)) {
      said.add(rule);
      const why = error instanceof Error ? error.message.split('\n')[0] : '';
      log(`sandbox: ${about}: rule ${JSON.stringify(rule)} is skipped: ${why}`);
    }
  };
  collectRules(schema, rules, skip);
  return rules.size === 0
    ? undefined
    : (object: KubeObject, previous?: KubeObject) =>
        check({ value: object, old: previous, path: '' }, schema, {
          rules,
          skip,
        });
}

function collectRules(
  schema: JsonSchema,
  rules: RulesBySchema,
  skip: (rule: string, error: unknown) => void,
): void {
  const compiled = (schema['x-kubernetes-validations'] ?? []).flatMap(rule => {
    try {
      return [compileRule(rule)];
    } catch (error) {
      skip(rule.rule, error);
      return [];
    }
  });
  if (compiled.length > 0) {
    rules.set(schema, compiled);
  }
  const children = [
    ...Object.values(schema.properties ?? {}),
    schema.items,
    schema.additionalProperties,
  ];
  for (const child of children) {
    if (isObject(child)) {
      collectRules(child as JsonSchema, rules, skip);
    }
  }
}

function compileRule(rule: ValidationRule): CompiledRule {
  return {
    rule,
    program: compileCel(rule.rule),
    ...(rule.messageExpression
      ? { message: compileCel(rule.messageExpression) }
      : {}),
    needsOldSelf: /\boldSelf\b/.test(rule.rule),
  };
}

interface Place {
  readonly value: unknown;
  readonly old: unknown;
  readonly path: string;
}

interface Checks {
  readonly rules: RulesBySchema;
  readonly skip: (rule: string, error: unknown) => void;
}

function check(place: Place, schema: JsonSchema, checks: Checks): FieldError[] {
  const { value, old, path } = place;
  if (value === undefined || value === null) {
    return [];
  }
  const errors = (checks.rules.get(schema) ?? []).flatMap(rule =>
    evaluate(rule, place, schema, checks),
  );
  if (Array.isArray(value)) {
    const { items } = schema;
    const find = oldItemFinder(old, schema);
    return items
      ? [
          ...errors,
          ...value.flatMap((item, index) =>
            check(
              { value: item, old: find(item), path: `${path}[${index}]` },
              items,
              checks,
            ),
          ),
        ]
      : errors;
  }
  if (!isObject(value)) {
    return errors;
  }
  const children = Object.entries(value).flatMap(([key, item]) => {
    const property = propertySchema(schema, key);
    const before = isObject(old) ? old[key] : undefined;
    const childPath = path === '' ? key : `${path}.${key}`;
    return property
      ? check({ value: item, old: before, path: childPath }, property, checks)
      : [];
  });
  return [...errors, ...children];
}

/** Items of lists that are not maps have no identity over time: transition rules do not see them. */
function oldItemFinder(
  old: unknown,
  schema: JsonSchema,
): (item: unknown) => unknown {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  if (!Array.isArray(old) || schema['x-kubernetes-list-type'] !== 'map') {
    return () => undefined;
  }
  return item =>
    old.find(
      other =>
        isObject(other) &&
        isObject(item) &&
        keys.every(key => equalJson(other[key], item[key])),
    );
}

function evaluate(
  { rule, program, message, needsOldSelf }: CompiledRule,
  { value, old, path }: Place,
  schema: JsonSchema,
  checks: Checks,
): FieldError[] {
  if (needsOldSelf && old === undefined) {
    return [];
  }
  const variables = { self: value, oldSelf: old };
  try {
    if (program.evaluate(variables) === true) return [];
  } catch (error) {
    const why = describeMissing(error);
    if (why !== undefined) {
      return [
        {
          type: 'Invalid',
          field: path || '<nil>',
          value: schema.type ?? 'object',
          detail: `${why} evaluating rule: ${
            rule.message?.trim() || rule.rule.trim()
          }`,
        },
      ];
    }
    checks.skip(rule.rule, error);
    return [];
  }
  return [
    {
      type: reasons[rule.reason ?? ''] ?? 'Invalid',
      field: fieldOf(path, rule),
      value:
        isObject(value) || Array.isArray(value) ? omittedValue : value ?? null,
      detail: messageOf(rule, message, variables),
    },
  ];
}

const reasons: Record<string, FieldError['type'] | undefined> = {
  FieldValueInvalid: 'Invalid',
  FieldValueForbidden: 'Forbidden',
  FieldValueRequired: 'Required',
  FieldValueDuplicate: 'Duplicate',
};

function messageOf(
  rule: ValidationRule,
  expression: CelProgram | undefined,
  variables: { self: unknown; oldSelf?: unknown },
): string {
  try {
    const text = expression?.evaluate(variables);
    if (typeof text === 'string' && text.trim() !== '') {
      return text;
    }
  } catch {
    // As in the API server: a message that cannot be made gives way to the fixed one.
  }
  return rule.message?.trim() || `failed rule: ${rule.rule}`;
}
