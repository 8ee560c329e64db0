import { isObject } from '../../kubernetes/reading/readField';
import { applyDefaults } from '../pruning/applyDefaults';
import { createRulesJudge, type UnjudgedRule } from '../cel/createRulesJudge';
import { isBlocking, type FieldError } from '../FieldError';
import { cloneJson } from '../json';
import { pruneNulls } from '../pruning/pruneNulls';
import { pruneUnknown } from '../pruning/pruneUnknown';
import { readStructuralSchema } from '../readStructuralSchema';
import type { StructuralSchema } from '../StructuralSchema';
import { validateEmbedded } from '../validateEmbedded';
import { validateListTypes } from '../validateListTypes';
import { validateSchema } from '../validateSchema';

/**
 * What the API server would say to an object.
 * @public
 */
export interface ObjectVerdict {
  /** None when it would be taken; `formatFieldError` says them in the API server's words. */
  readonly errors: readonly FieldError[];
  /** Paths of fields that the schema does not know; the API server takes the object without them. */
  readonly pruned: readonly string[];
  /** Rules that only the API server can judge. */
  readonly unjudged: readonly {
    readonly rule: string;
    readonly field: string;
    readonly why: string;
  }[];
  /** The object as it would be stored: pruned, and with its defaults. */
  readonly stored: Readonly<Record<string, unknown>>;
}

/**
 * Judges objects of one kind as the API server does: unknown fields are pruned, defaults filled in, then
 * types, bounds, lists, embedded objects and CEL rules are checked. What only the server knows (admission
 * webhooks, quotas, names that are taken) is not. With what is stored it is an update of it: rules of changes are
 * asked, and what did not change is not refused (Kubernetes 1.30 and later).
 * Source: apiextensions-apiserver/pkg/registry/customresource/strategy.go (1.36).
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function createObjectJudge(
  apiSchema: Readonly<Record<string, unknown>>,
): (
  object: Readonly<Record<string, unknown>>,
  previous?: Readonly<Record<string, unknown>>,
) => ObjectVerdict {
  const judge = createSchemaJudge(readStructuralSchema(apiSchema));
  return (object, previous) => {
    const copy = cloneJson(object);
    const stored = isObject(copy) ? copy : {};
    const pruned = judge.admit(stored);
    const errors = judge.validate(stored, previous);
    if (errors.some(isBlocking)) {
      return { errors, pruned, unjudged: [], stored };
    }
    const rules = judge.judgeRules?.(stored, previous);
    return {
      errors: [...errors, ...(rules?.errors ?? [])],
      pruned,
      unjudged: rules?.unjudged ?? [],
      stored,
    };
  };
}

/**
 * The steps of the judgement, for a server that does more in between.
 * @alpha
 */
export interface SchemaJudge {
  /** Makes of what somebody sent what is stored, in place, and returns the paths of what is left out. */
  admit(object: Record<string, unknown>): string[];
  /**
   * What is wrong, before rules are asked; they are not when an error is blocking. With what was stored before, it is
   * an update, and what did not change is not refused.
   */
  validate(
    object: Readonly<Record<string, unknown>>,
    previous?: Readonly<Record<string, unknown>>,
  ): FieldError[];
  /** Absent when the schema has no rules. */
  readonly judgeRules?: (
    object: unknown,
    previous?: unknown,
  ) => {
    readonly errors: readonly FieldError[];
    readonly unjudged: readonly UnjudgedRule[];
  };
}

/** @alpha */
export function createSchemaJudge(schema: StructuralSchema): SchemaJudge {
  return {
    admit: object => {
      const pruned = pruneUnknown(object, schema, { isRoot: true });
      pruneNulls(object, schema);
      applyDefaults(object, schema);
      return pruned;
    },
    validate: (object, previous) => [
      ...validateSchema(object, schema, '', previous && { value: previous }),
      ...validateEmbedded(object, { ...schema, isEmbedded: false }, ''),
      ...(previous && validateListTypes(previous, schema, '').length > 0
        ? []
        : validateListTypes(object, schema, '')),
    ],
    judgeRules: createRulesJudge(schema),
  };
}
