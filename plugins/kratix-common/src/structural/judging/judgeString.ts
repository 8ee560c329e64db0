import { fieldOf, invalidInBody, type FieldError } from '../FieldError';
import { hasFormat } from './formats';
import { checkedFormat } from './judgeType';
import { matchesPattern } from './matchesPattern';
import type { Outcome } from '../Outcome';
import type { StructuralSchema } from '../StructuralSchema';

/**
 * What a schema says about a text: the first of length and pattern that fails, and its format.
 * @internal
 */
export function judgeString(
  value: string,
  schema: StructuralSchema,
  path: string,
): Outcome {
  const format = checkedFormat(schema);
  const error =
    checkLength(value, schema, path) ?? checkPattern(value, schema, path);
  const isWrong = format !== undefined && !hasFormat(value, format);
  return {
    errors: [
      ...(error ? [error] : []),
      ...(isWrong ? [wrongFormat(path, value, format)] : []),
    ],
    matches: 1 + (format !== undefined ? 1 : 0),
  };
}

function wrongFormat(path: string, value: string, format: string): FieldError {
  return {
    type: 'TypeInvalid',
    field: fieldOf(path),
    value,
    detail: `${path} in body must be of type ${format}: ${JSON.stringify(
      value,
    )}`,
  };
}

function checkLength(
  value: string,
  { minLength, maxLength }: StructuralSchema,
  path: string,
): FieldError | undefined {
  const length = [...value].length;
  if (maxLength !== undefined && length > maxLength) {
    const unit = maxLength === 1 ? 'byte' : 'bytes';
    const detail = `may not be more than ${maxLength} ${unit}`;
    return { type: 'TooLong', field: fieldOf(path), value, detail };
  }
  return minLength !== undefined && length < minLength
    ? invalidInBody(path, value, `should be at least ${minLength} chars long`)
    : undefined;
}

function checkPattern(
  value: string,
  { pattern }: StructuralSchema,
  path: string,
): FieldError | undefined {
  return pattern !== undefined && !matchesPattern(value, pattern)
    ? invalidInBody(path, value, `should match '${pattern}'`)
    : undefined;
}
