import { isObject } from '../../kubernetes/reading/readField';
import { omittedValue, type FieldError } from '../FieldError';
import type { ValidationRule } from '../StructuralSchema';

/**
 * The error of a value that breaks a rule.
 * Source: `fieldErrorForReason` and `ruleMessageOrDefault` of
 * apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go (1.36).
 *
 * @param message - what its `messageExpression` says
 * @internal
 */
export function describeBreach(
  rule: ValidationRule,
  { value, path }: { readonly value: unknown; readonly path: string },
  message: string | undefined,
): FieldError {
  const type = errorTypes.get(rule.reason ?? '') ?? 'Invalid';
  const detail =
    message ?? (rule.message?.trim() || `failed rule: ${rule.rule.trim()}`);
  return {
    type,
    field: `${path}${rule.fieldPath ?? ''}`.replace(/^\./, ''),
    value: isObject(value) || Array.isArray(value) ? omittedValue : value,
    ...(type !== 'Duplicate' && { detail }),
  };
}

const errorTypes = new Map<string, FieldError['type']>([
  ['FieldValueForbidden', 'Forbidden'],
  ['FieldValueRequired', 'Required'],
  ['FieldValueDuplicate', 'Duplicate'],
]);

/**
 * The error of a value that a rule cannot deal with on any server; undefined when the failure may be our
 * library's own.
 * @internal
 */
export function describeFailure(
  rule: ValidationRule,
  {
    error,
    path,
    type,
  }: {
    readonly error: unknown;
    readonly path: string;
    readonly type: string | undefined;
  },
): FieldError | undefined {
  const text = error instanceof Error ? error.message : String(error);
  const why = text.split('\n')[0] ?? '';
  return valueErrors.test(why)
    ? {
        type: 'Invalid',
        field: path,
        value: type ?? '',
        detail: `${inServersWords(why)} evaluating rule: ${
          rule.message?.trim() || rule.rule.trim()
        }`,
      }
    : undefined;
}

/** Values that a rule cannot deal with, in our library's words. */
const valueErrors =
  /^no such key|^insert failed|parse error during conversion|cannot convert|^invalid url|^invalid (duration|timestamp)|divi\w+ by zero|modulus by zero|out of (range|bounds)|overflow/i;

function inServersWords(why: string): string {
  const [, key] = /^no such key: (\S+)/i.exec(why) ?? [];
  const [, index] = /index out of bounds, index (-?\d+)/i.exec(why) ?? [];
  const [, target] = /cannot convert to (\w+)/.exec(why) ?? [];
  if (index !== undefined) {
    return `index out of bounds: ${index}`;
  }
  if (key !== undefined) {
    return `no such key: ${key}`;
  }
  return target === undefined
    ? why
    : `type conversion error from 'string' to '${target}'`;
}
