import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * Formats of text that the API server enforces; any other one is documentation (apiextensions-apiserver,
 * `pkg/apiserver/validation/formats.go`). Names are compared without hyphens, as there.
 */
const ENFORCED_ON_TEXT = new Set([
  'bsonobjectid',
  'uri',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'cidr',
  'mac',
  'uuid',
  'uuid3',
  'uuid4',
  'uuid5',
  'isbn',
  'isbn10',
  'isbn13',
  'creditcard',
  'ssn',
  'hexcolor',
  'rgbcolor',
  'byte',
  'date',
  'duration',
  'datetime',
  'k8sshortname',
  'k8slongname',
]);

/**
 * Formats of numbers that narrow what can be said (kube-openapi, `validate.IsValueValidAgainstRange`). `int64`
 * and `double` are what JSON numbers are anyway.
 */
const ENFORCED_ON_NUMBERS = new Set(['int32', 'uint32', 'uint64', 'float']);

/** @internal */
export function compareFormat(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = enforcedFormat(pair.before);
  const after = enforcedFormat(pair.after);
  if (before === after) {
    return [];
  }
  return [
    {
      code: 'format-changed',
      severity: after === undefined ? 'safe' : 'breaking',
      path,
      ...(after === undefined
        ? tell('schema.formatGone', { path, format: before ?? '' })
        : tell('schema.formatNow', { path, format: after })),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

function enforcedFormat(schema: CrdSchema): string | undefined {
  const { format } = schema;
  if (typeof format !== 'string') {
    return undefined;
  }
  const isEnforced =
    schema.type === 'string'
      ? ENFORCED_ON_TEXT.has(format.replaceAll('-', ''))
      : ENFORCED_ON_NUMBERS.has(format);
  return isEnforced ? format : undefined;
}
