import { invalidInBody, unnamed, type FieldError } from '../FieldError';
import { checkedFormat } from './judgeType';
import type { Outcome } from '../Outcome';
import type { StructuralSchema } from '../StructuralSchema';

/**
 * What a schema says about a number. A whole number is compared with the whole part of a bound only.
 * Source: `numberValidator` of k8s.io/kube-openapi/pkg/validation/validate/validator.go (1.36).
 * @internal
 */
export function judgeNumber(
  value: number,
  schema: StructuralSchema,
  path: string,
): Outcome {
  const { multipleOf, minimum, maximum } = schema;
  const ask = (
    bound: number | undefined,
    name: string,
    check: (bound: number) => FieldError | undefined,
  ): FieldError[] => {
    if (bound === undefined) {
      return [];
    }
    const wrongBound = checkRange(bound, schema, name, path);
    const isNative = Number.isInteger(value) && wrongBound.length === 0;
    const error = check(isNative ? Math.trunc(bound) : bound);
    return error ? [...wrongBound, error] : wrongBound;
  };
  return {
    errors: [
      ...checkRange(value, schema, 'Checked', path),
      ...ask(multipleOf, 'MultipleOf', factor =>
        checkMultiple(value, factor, path),
      ),
      ...ask(minimum, 'Minimum boundary', bound =>
        checkMinimum(value, { bound, schema, path }),
      ),
      ...ask(maximum, 'Maximum boundary', bound =>
        checkMaximum(value, { bound, schema, path }),
      ),
    ],
    matches: 2,
  };
}

/** Source: `IsValueValidAgainstRange` of values.go beside it. */
function checkRange(
  value: number,
  schema: StructuralSchema,
  name: string,
  path: string,
): FieldError[] {
  const format = checkedFormat(schema);
  const isWrong =
    schema.type === 'integer' &&
    (!Number.isInteger(value) ||
      (format === 'int32' && (value < -(2 ** 31) || value >= 2 ** 31)) ||
      Math.abs(value) > 2 ** 63);
  const how = format ? `with format ${format}` : '(default format)';
  return isWrong
    ? [unnamed(path, `${name} value must be of type integer ${how} in ${path}`)]
    : [];
}

function checkMultiple(
  value: number,
  factor: number,
  path: string,
): FieldError | undefined {
  if (factor <= 0) {
    const detail = `factor MultipleOf declared for ${path} must be positive: ${factor}`;
    return { ...invalidInBody(path, factor, ''), detail };
  }
  const quotient = factor < 1 ? (1 / factor) * value : value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9
    ? undefined
    : invalidInBody(path, value, `should be a multiple of ${factor}`);
}

interface Bound {
  readonly bound: number;
  readonly schema: StructuralSchema;
  readonly path: string;
}

function checkMinimum(
  value: number,
  { bound, schema, path }: Bound,
): FieldError | undefined {
  if (schema.exclusiveMinimum ? value > bound : value >= bound) {
    return undefined;
  }
  const words = schema.exclusiveMinimum
    ? 'greater than'
    : 'greater than or equal to';
  return invalidInBody(path, value, `should be ${words} ${bound}`);
}

function checkMaximum(
  value: number,
  { bound, schema, path }: Bound,
): FieldError | undefined {
  if (schema.exclusiveMaximum ? value < bound : value <= bound) {
    return undefined;
  }
  const words = schema.exclusiveMaximum ? 'less than' : 'less than or equal to';
  return invalidInBody(path, value, `should be ${words} ${bound}`);
}
