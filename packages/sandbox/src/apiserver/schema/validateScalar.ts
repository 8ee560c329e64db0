import type { FieldError } from '../status/FieldError';
import { invalidValue } from './bodyErrors';
import { hasFormat } from './formats';
import type { JsonSchema } from './JsonSchema';
import { matchesPattern } from './matchesPattern';

/** What a schema says about a text: the first of length and pattern that fails, and its format. @internal */
export function checkString(
  value: string,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const error =
    checkLength(value, schema, path) ?? checkPattern(value, schema, path);
  const errors = error ? [error] : [];
  if (schema.format !== undefined && !hasFormat(value, schema.format)) {
    errors.push(
      invalidValue(
        path,
        value,
        `must be of type ${schema.format}: ${JSON.stringify(value)}`,
      ),
    );
  }
  return errors;
}

function checkLength(
  value: string,
  { minLength, maxLength }: JsonSchema,
  path: string,
): FieldError | undefined {
  const length = [...value].length;
  if (maxLength !== undefined && length > maxLength) {
    const unit = maxLength === 1 ? 'byte' : 'bytes';
    return {
      type: 'TooLong',
      field: path,
      value,
      detail: `may not be more than ${maxLength} ${unit}`,
    };
  }
  return minLength !== undefined && length < minLength
    ? invalidValue(path, value, `should be at least ${minLength} chars long`)
    : undefined;
}

function checkPattern(
  value: string,
  { pattern }: JsonSchema,
  path: string,
): FieldError | undefined {
  return pattern !== undefined && !matchesPattern(value, pattern)
    ? invalidValue(path, value, `should match '${pattern}'`)
    : undefined;
}

/** What a schema says about a number. @internal */
export function checkNumber(
  value: number,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { minimum, maximum, multipleOf } = schema;
  if (schema.type === 'integer' && !Number.isInteger(value)) {
    const format = schema.format
      ? `with format ${schema.format}`
      : '(default format)';
    errors.push({
      type: 'Invalid',
      field: '<nil>',
      value: '',
      detail: `Checked value must be of type integer ${format} in ${path}`,
    });
  }
  if (maximum !== undefined) {
    if (schema.exclusiveMaximum && value >= maximum) {
      errors.push(invalidValue(path, value, `should be less than ${maximum}`));
    } else if (value > maximum) {
      errors.push(
        invalidValue(path, value, `should be less than or equal to ${maximum}`),
      );
    }
  }
  if (minimum !== undefined) {
    if (schema.exclusiveMinimum && value <= minimum) {
      errors.push(
        invalidValue(path, value, `should be greater than ${minimum}`),
      );
    } else if (value < minimum) {
      errors.push(
        invalidValue(
          path,
          value,
          `should be greater than or equal to ${minimum}`,
        ),
      );
    }
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    errors.push(
      invalidValue(path, value, `should be a multiple of ${multipleOf}`),
    );
  }
  return errors;
}

function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
