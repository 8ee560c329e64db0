import { fieldOf } from '../FieldError';
import { isKnownFormat } from './formats';
import { matched, type Outcome } from '../Outcome';
import type { StructuralSchema } from '../StructuralSchema';

/**
 * Whether a value is of the type that its schema says. Where a format is said too, it decides in part, though
 * hardly as anybody meant it. One thing is not done after it: the API server takes a list for a text with a format.
 * Source: `typeValidator` of k8s.io/kube-openapi/pkg/validation/validate/type.go (1.36).
 * @internal
 */
export function judgeType(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): Outcome {
  const types = typesOf(schema);
  const format = checkedFormat(schema);
  const isNull = value === null;
  const fits = matched(isNull ? 1 : 2);
  if (types.length === 0 && (isNull || format === undefined)) {
    return matched(isNull ? 1 : 0);
  }
  const actual = typeOf(value);
  const isRight =
    (isNull && schema.nullable === true) ||
    types.includes(actual) ||
    (actual === 'integer' && types.includes('number'));
  const isTextOrList = actual === 'string' || actual === 'array';
  if (isRight || (types.length === 0 && isTextOrList)) {
    return fits;
  }
  if (isNull || format === undefined || isTextOrList) {
    return wrong(path, types.join(','), actual);
  }
  const own = formatsOf.get(actual) ?? '';
  return own === format ? fits : wrong(path, format, own);
}

/** What Go's decoder makes of numbers. */
const formatsOf = new Map([
  ['integer', 'int64'],
  ['number', 'float64'],
]);

function wrong(path: string, expected: string, actual: string): Outcome {
  return {
    errors: [
      {
        type: 'TypeInvalid',
        field: fieldOf(path),
        value: actual,
        detail: `${path} in body must be of type ${expected}: "${actual}"`,
      },
    ],
    matches: actual === 'null' ? 0 : 1,
  };
}

function typesOf({ type, isIntOrString }: StructuralSchema): string[] {
  if (isIntOrString) {
    return ['integer', 'string'];
  }
  return type === undefined ? [] : [type];
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

/**
 * The format, if the API server knows it for the type.
 * Source: `StripUnsupportedFormatsPostProcessorForVersion` of
 * apiextensions-apiserver/pkg/apiserver/validation/formats.go (1.36).
 * @internal
 */
export function checkedFormat({
  type,
  isIntOrString,
  format,
}: StructuralSchema): string | undefined {
  if (format === undefined) {
    return undefined;
  }
  const isKnown =
    isIntOrString || type === undefined || type === 'string'
      ? isKnownFormat(format)
      : numberFormats.get(type)?.includes(format) === true;
  return isKnown ? format : undefined;
}

const numberFormats = new Map([
  ['integer', ['int32', 'int64']],
  ['number', ['float', 'double']],
]);
