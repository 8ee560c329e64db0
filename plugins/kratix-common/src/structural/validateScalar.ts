import type { FieldError } from './FieldError';
import { hasFormat } from './formats';
import { matchesPattern } from './matchesPattern';
import type { StructuralSchema } from './StructuralSchema';

/** What a schema says about a text. @internal */
export function checkString(
  value: string,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  const { minLength, maxLength, pattern, format, type } = schema;
  const length = [...value].length;
  const errors: FieldError[] = [];
  if (maxLength !== undefined && length > maxLength) {
    errors.push({
      type: 'TooLong',
      field: path,
      detail: `must not be longer than ${maxLength}, but it has ${length} characters`,
    });
  } else if (minLength !== undefined && length < minLength) {
    errors.push(
      invalid(
        path,
        `must have at least ${minLength} characters, but it has ${length}`,
      ),
    );
  } else if (pattern !== undefined && !matchesPattern(value, pattern)) {
    errors.push(invalid(path, `${quote(value)} must match ${pattern}`));
  }
  const isChecked = type === undefined || type === 'string';
  if (isChecked && format !== undefined && !hasFormat(value, format)) {
    errors.push(invalid(path, `${quote(value)} must be a ${format}`));
  }
  return errors;
}

/** What a schema says about a number. @internal */
export function checkNumber(
  value: number,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  const { minimum, maximum, multipleOf } = schema;
  const errors = checkRange(value, schema, path);
  if (maximum !== undefined) {
    const isBelow = schema.exclusiveMaximum
      ? value < maximum
      : value <= maximum;
    if (!isBelow) {
      const bound = schema.exclusiveMaximum ? 'less than' : 'at most';
      errors.push(
        invalid(path, `must be ${bound} ${maximum}, but it is ${value}`),
      );
    }
  }
  if (minimum !== undefined) {
    const isAbove = schema.exclusiveMinimum
      ? value > minimum
      : value >= minimum;
    if (!isAbove) {
      const bound = schema.exclusiveMinimum ? 'more than' : 'at least';
      errors.push(
        invalid(path, `must be ${bound} ${minimum}, but it is ${value}`),
      );
    }
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    errors.push(
      invalid(path, `must be a multiple of ${multipleOf}, but it is ${value}`),
    );
  }
  return errors;
}

/** Source: `IsValueValidAgainstRange` of k8s.io/kube-openapi/pkg/validation/validate/values.go. */
function checkRange(
  value: number,
  { type, format }: StructuralSchema,
  path: string,
): FieldError[] {
  const isWrong =
    type === 'integer' &&
    (!Number.isInteger(value) ||
      (format === 'int32' && (value < -(2 ** 31) || value >= 2 ** 31)) ||
      Math.abs(value) > 2 ** 63);
  return isWrong
    ? [
        invalid(
          path,
          `${value} must be an integer${format ? ` (${format})` : ''}`,
        ),
      ]
    : [];
}

function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function invalid(field: string, detail: string): FieldError {
  return { type: 'Invalid', field, detail };
}

function quote(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
}
