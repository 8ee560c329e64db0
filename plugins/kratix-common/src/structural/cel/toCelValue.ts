import { isObject } from '../../kubernetes/reading/readField';
import { hasFormat } from '../judging/formats';
import { propertySchema, type StructuralSchema } from '../StructuralSchema';
import { compileCel } from './CelProgram';

/**
 * JSON as CEL sees it through its schema: what is of type `number` is a `double`, other whole numbers are
 * `int`, times and durations are values of their own, and the names of fields are escaped; keys of maps
 * are not.
 * Source: k8s.io/apiserver/pkg/cel/common/values.go (1.36).
 * @internal
 */
export function toCelValue(
  value: unknown,
  schema: StructuralSchema | undefined,
): unknown {
  if (typeof value === 'number') {
    return schema?.type !== 'number' && Number.isSafeInteger(value)
      ? BigInt(value)
      : value;
  }
  if (typeof value === 'string') {
    return toFormatted(value, schema);
  }
  if (Array.isArray(value)) {
    return value.map(item => toCelValue(item, schema?.items));
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      schema?.properties?.has(key) ? escapeName(key) : key,
      toCelValue(item, schema && propertySchema(schema, key)),
    ]),
  );
}

function toFormatted(
  value: string,
  schema: StructuralSchema | undefined,
): unknown {
  const { format } = schema ?? {};
  if (schema?.type !== 'string' || !format || !hasFormat(value, format)) {
    return value;
  }
  switch (format) {
    case 'date-time':
      return timestamp.evaluate({ text: value });
    case 'date':
      return timestamp.evaluate({ text: `${value}T00:00:00Z` });
    case 'duration':
      return duration.evaluate({ text: value });
    case 'byte':
      return bytes.evaluate({ text: atob(value) });
    default:
      return value;
  }
}

const timestamp = compileCel('timestamp(text)');
const duration = compileCel('duration(text)');
const bytes = compileCel('bytes(text)');

const reserved = new Set([
  ...['true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue'],
  ...['else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package'],
  ...['namespace', 'return', 'var', 'void', 'while'],
]);

/**
 * Source: `Escape` of k8s.io/apiserver/pkg/cel/escaping.go.
 */
function escapeName(name: string): string {
  return reserved.has(name)
    ? `__${name}__`
    : name
        .replaceAll('__', '__underscores__')
        .replaceAll('.', '__dot__')
        .replaceAll('-', '__dash__')
        .replaceAll('/', '__slash__');
}
