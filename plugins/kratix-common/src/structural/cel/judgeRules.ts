import { isObject } from '../../kubernetes/readField';
import { childPath, type FieldError } from '../FieldError';
import { equalJson } from '../json';
import {
  propertySchema,
  type StructuralSchema,
  type ValidationRule,
} from '../StructuralSchema';
import { compileCel, type CelProgram } from './CelProgram';
import { toCelValue } from './toCelValue';

/**
 * What the rules of a CRD say about an object.
 * @internal
 */
export interface RulesVerdict {
  readonly errors: readonly FieldError[];
  /** Rules that could not be evaluated here; the API server will. */
  readonly unjudged: readonly { rule: string; field: string; why: string }[];
}

/**
 * Evaluates `x-kubernetes-validations` at every place of an object.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go (1.36).
 *
 * @param previous - the object as it was, for rules that speak of `oldSelf`
 * @internal
 */
export function judgeRules(
  value: unknown,
  schema: StructuralSchema,
  previous?: unknown,
): RulesVerdict {
  const judge = new RulesJudge();
  judge.visit({ value, old: previous, path: '' }, schema);
  return judge;
}

interface Place {
  readonly value: unknown;
  readonly old: unknown;
  readonly path: string;
}

class RulesJudge implements RulesVerdict {
  readonly errors: FieldError[] = [];
  readonly unjudged: { rule: string; field: string; why: string }[] = [];
  private readonly programs = new Map<string, CelProgram | Error>();

  visit(place: Place, schema: StructuralSchema | undefined): void {
    const { value, path } = place;
    if (!schema || value === undefined || value === null) {
      return;
    }
    for (const rule of schema.rules ?? []) {
      this.judge(rule, place, schema);
    }
    if (Array.isArray(value)) {
      const findOld = oldItemFinder(place.old, schema);
      value.forEach((item, index) =>
        this.visit(
          { value: item, old: findOld(item), path: `${path}[${index}]` },
          schema.items,
        ),
      );
    } else if (isObject(value)) {
      const { old } = place;
      for (const [key, item] of Object.entries(value)) {
        const before = isObject(old) ? old[key] : undefined;
        this.visit(
          {
            value: item,
            old: before,
            path: schema.properties?.has(key)
              ? childPath(path, key)
              : `${path}[${key}]`,
          },
          propertySchema(schema, key),
        );
      }
    }
  }

  private judge(
    rule: ValidationRule,
    { value, old, path }: Place,
    schema: StructuralSchema,
  ): void {
    if (/\boldSelf\b/.test(rule.rule) && old === undefined) {
      return; // a rule of changes, and this is none
    }
    try {
      const variables = {
        self: toCelValue(value, schema),
        ...(old !== undefined && { oldSelf: toCelValue(old, schema) }),
      };
      if (this.program(rule.rule).evaluate(variables) !== true) {
        this.errors.push({
          type: errorTypes.get(rule.reason ?? '') ?? 'Invalid',
          field: `${path}${rule.fieldPath ?? ''}`.replace(/^\./, ''),
          detail: this.describe(rule, variables),
        });
      }
    } catch (error) {
      this.fail(rule, path, error);
    }
  }

  /** What fails a rule on every server; other failures may be our library's own. */
  private fail(rule: ValidationRule, path: string, error: unknown): void {
    const why =
      (error instanceof Error ? error.message : String(error)).split('\n')[0] ??
      '';
    if (valueErrors.test(why)) {
      const detail = `${why} in the rule: ${rule.message?.trim() || rule.rule}`;
      this.errors.push({ type: 'Invalid', field: path, detail });
    } else {
      this.unjudged.push({ rule: rule.rule, field: path, why });
    }
  }

  private program(text: string): CelProgram {
    const program = this.programs.get(text) ?? compile(text);
    this.programs.set(text, program);
    if (program instanceof Error) {
      throw program;
    }
    return program;
  }

  private describe(
    { rule, message, messageExpression }: ValidationRule,
    variables: Readonly<Record<string, unknown>>,
  ): string {
    try {
      const text =
        messageExpression &&
        this.program(messageExpression).evaluate(variables);
      if (typeof text === 'string' && text.trim() !== '') {
        return text.trim();
      }
    } catch {
      // As in the API server: a message that cannot be made gives way to the fixed one.
    }
    return message?.trim() || `breaks the rule ${rule}`;
  }
}

/** Values that a rule cannot deal with, in our library's words. */
const valueErrors =
  /^no such key|cannot convert|^invalid url|^invalid (duration|timestamp)|divi\w+ by zero|modulus by zero|out of (range|bounds)|overflow/i;

function compile(text: string): CelProgram | Error {
  try {
    return compileCel(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const errorTypes = new Map<string, FieldError['type']>([
  ['FieldValueForbidden', 'Forbidden'],
  ['FieldValueRequired', 'Required'],
  ['FieldValueDuplicate', 'Duplicate'],
]);

/** Entries of lists that are not maps have no identity over time: rules of changes do not see them. */
function oldItemFinder(
  old: unknown,
  { listType, listMapKeys = [] }: StructuralSchema,
): (item: unknown) => unknown {
  if (!Array.isArray(old) || listType !== 'map') {
    return () => undefined;
  }
  return item =>
    old.find(
      other =>
        isObject(other) &&
        isObject(item) &&
        listMapKeys.every(key => equalJson(other[key], item[key])),
    );
}
