import { isObject } from '../../kubernetes/reading/readField';
import type { FieldError } from '../FieldError';
import { beforeItem, isAsBefore } from '../Before';
import {
  propertySchema,
  type StructuralSchema,
  type ValidationRule,
} from '../StructuralSchema';
import { placeOf } from '../validateListTypes';
import { CelBudget, wholeSizeOf } from './CelBudget';
import { compileCel, toCelOptional, type CelProgram } from './CelProgram';
import { describeBreach, describeFailure } from './describeBreach';
import { holdsRules } from './holdsRules';
import { toCelValue } from './toCelValue';

/** A rule that could not be evaluated here; the API server will. @alpha */
export interface UnjudgedRule {
  readonly rule: string;
  readonly field: string;
  readonly why: string;
}

/**
 * What the rules of a CRD say about an object.
 * @internal
 */
export interface RulesVerdict {
  readonly errors: FieldError[];
  readonly unjudged: UnjudgedRule[];
}

/**
 * Evaluates `x-kubernetes-validations` at every place of an object; undefined when the schema has none. Each
 * rule is compiled once.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go (1.36).
 * @internal
 */
export function createRulesJudge(
  schema: StructuralSchema,
): ((value: unknown, previous?: unknown) => RulesVerdict) | undefined {
  if (!holdsRules(schema)) {
    return undefined;
  }
  const programs = new Map<string, CelProgram | Error>();
  return (value, old) => {
    const judge = new RulesJudge(programs);
    judge.visit({ value, old, path: '', isSame: false }, schema);
    return { errors: judge.errors, unjudged: judge.unjudged };
  };
}

interface Place {
  readonly value: unknown;
  readonly old: unknown;
  readonly path: string;
  /** Whether it, or the nearest part around it that can be told over time, is as before. */
  readonly isSame: boolean;
}

class RulesJudge implements RulesVerdict {
  readonly errors: FieldError[] = [];
  readonly unjudged: UnjudgedRule[] = [];
  private readonly budget = new CelBudget(budgets.object);
  /** Rules that were given up, each told of once: a list may have many places. */
  private readonly givenUp = new Set<string>();

  constructor(private readonly programs: Map<string, CelProgram | Error>) {}

  visit(given: Place, schema: StructuralSchema | undefined): void {
    const { value, path, old } = given;
    if (!schema || value === undefined || value === null) {
      return;
    }
    const isSame =
      old === undefined
        ? given.isSame
        : isAsBefore({ value: old }, value, schema);
    const place = { ...given, isSame };
    if (schema.rules) {
      this.judgeAll(schema.rules, place, schema);
    }
    if (Array.isArray(value)) {
      value.forEach((item, index) =>
        this.visit(
          {
            value: item,
            old: beforeItem({ value: old }, schema, item)?.value,
            path: `${path}[${index}]`,
            isSame,
          },
          schema.items,
        ),
      );
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        const before = isObject(old) ? old[key] : undefined;
        this.visit(
          {
            value: item,
            old: before,
            path: placeOf(schema, path, key),
            isSame,
          },
          propertySchema(schema, key),
        );
      }
    }
  }

  private judgeAll(
    rules: readonly ValidationRule[],
    place: Place,
    schema: StructuralSchema,
  ): void {
    const { value, old } = place;
    const self = this.once(value, () => toCelValue(value, schema));
    const oldSelf = this.once(old, () => toCelValue(old, schema));
    for (const rule of rules) {
      const isOfChanges = /\boldSelf\b/.test(rule.rule);
      // Without what was, it is no change.
      if (!isOfChanges || old !== undefined || rule.optionalOldSelf) {
        this.judge(rule, { ...place, type: schema.type }, () => ({
          self: self(),
          ...(isOfChanges && {
            oldSelf: rule.optionalOldSelf
              ? toCelOptional(old === undefined ? undefined : oldSelf())
              : oldSelf(),
          }),
        }));
      }
    }
  }

  /** What is read for many rules is read, and paid for, once. */
  private once(value: unknown, read: () => unknown): () => unknown {
    const known: { value?: unknown } = {};
    return () => {
      if (!('value' in known)) {
        this.budget.charge(wholeSizeOf(value) / 10);
        known.value = read();
      }
      return known.value;
    };
  }

  private judge(
    rule: ValidationRule,
    place: Place & { readonly type: string | undefined },
    read: () => Readonly<Record<string, unknown>>,
  ): void {
    const { path, type } = place;
    const budget = this.budget.share(budgets.rule);
    try {
      budget.charge(COST_OF_START);
      const variables = read();
      const isMet =
        this.program(rule.rule).evaluate(variables, budget) === true;
      // What did not change is not refused, unless the rule is about changes.
      if (!isMet && (!place.isSame || 'oldSelf' in variables)) {
        const own = this.sayMessage(rule, variables, budget);
        this.errors.push(describeBreach(rule, place, own));
      }
    } catch (error) {
      const failure = describeFailure(rule, { error, path, type });
      if (failure) {
        this.errors.push(failure);
      } else if (!budget.isSpent || !this.givenUp.has(rule.rule)) {
        this.unjudged.push({ rule: rule.rule, field: path, why: whyOf(error) });
      }
      if (budget.isSpent) {
        this.givenUp.add(rule.rule);
      }
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

  /** As in the API server: a message that cannot be made gives way to the fixed one. */
  private sayMessage(
    { messageExpression }: ValidationRule,
    variables: Readonly<Record<string, unknown>>,
    budget: CelBudget,
  ): string | undefined {
    try {
      const text =
        messageExpression &&
        this.program(messageExpression).evaluate(variables, budget);
      const message = typeof text === 'string' ? text.trim() : '';
      return message === '' || message.includes('\n') ? undefined : message;
    } catch {
      return undefined;
    }
  }
}

/** About a third of a second for one rule, and a second for an object, on a slow machine. */
const COST_OF_START = 20;
const budgets = { rule: 1_000_000, object: 3_000_000 };

function compile(text: string): CelProgram | Error {
  try {
    return compileCel(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function whyOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
