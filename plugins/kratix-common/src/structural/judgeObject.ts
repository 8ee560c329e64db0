import { isObject } from '../kubernetes/readField';
import { applyDefaults } from './applyDefaults';
import { judgeRules } from './cel/judgeRules';
import type { FieldError } from './FieldError';
import { cloneJson } from './json';
import { pruneNulls } from './pruneNulls';
import { pruneUnknown } from './pruneUnknown';
import { readStructuralSchema } from './readStructuralSchema';
import type { StructuralSchema } from './StructuralSchema';
import { validateEmbedded } from './validateEmbedded';
import { validateListTypes } from './validateListTypes';
import { validateSchema } from './validateSchema';

/**
 * What the API server would say to an object.
 * @public
 */
export interface ObjectVerdict {
  /** None when it would be taken. */
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
 * webhooks, quotas, names that are taken) is not.
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
  const schema = readStructuralSchema(apiSchema);
  return (object, previous) => judgeObject(schema, object, previous);
}

function judgeObject(
  schema: StructuralSchema,
  object: Readonly<Record<string, unknown>>,
  previous: Readonly<Record<string, unknown>> | undefined,
): ObjectVerdict {
  const copy = cloneJson(object);
  const stored = isObject(copy) ? copy : {};
  const pruned = pruneUnknown(stored, schema);
  pruneNulls(stored, schema);
  applyDefaults(stored, schema);
  const errors = [
    ...validateSchema(stored, schema, ''),
    ...validateEmbedded(stored, { ...schema, isEmbedded: false }, ''),
    ...validateListTypes(stored, schema, ''),
  ];
  if (errors.some(isBlocking)) {
    return { errors, pruned, unjudged: [], stored };
  }
  const rules = judgeRules(stored, schema, previous);
  return {
    errors: [...errors, ...rules.errors],
    pruned,
    unjudged: rules.unjudged,
    stored,
  };
}

/** Source: `hasBlockingErr` of that file: rules are not asked about an object that is of another shape. */
function isBlocking({ type }: FieldError): boolean {
  return [
    'NotSupported',
    'Required',
    'TooLong',
    'TooMany',
    'TypeInvalid',
  ].includes(type);
}
