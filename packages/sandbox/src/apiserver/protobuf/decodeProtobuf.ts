import { isObject, setOwn } from '../json/json';
import type { JsonObject } from '../json/json';
import { badRequest, unsupportedMediaType } from '../status/StatusError';
import { messages } from './messages';
import type { WireField, WireMessage } from './messages';
import { readFields } from './readFields';
import type { WireValue } from './readFields';

/** Kubernetes' envelope starts with these four bytes. */
const magic = Buffer.from('k8s\0');

/**
 * An object in Kubernetes' protobuf encoding, as JSON. Kinds that nobody sends so are refused with 415.
 * Source of the envelope: k8s.io/apimachinery/pkg/runtime/generated.proto, `Unknown`.
 * @internal
 */
export function decodeProtobuf(body: Buffer): JsonObject {
  if (!body.subarray(0, magic.length).equals(magic)) {
    throw badRequest('provided data does not appear to be a protobuf message');
  }
  const envelope = decodeMessage(body.subarray(magic.length), {
    1: { name: 'typeMeta', type: { message: 'TypeMeta' } },
    2: { name: 'raw', type: 'bytes' },
  });
  const meta = isObject(envelope.typeMeta) ? envelope.typeMeta : {};
  const kind = String(meta.kind);
  const message = Object.hasOwn(messages, kind) ? messages[kind] : undefined;
  if (!message) {
    throw unsupportedMediaType(['application/json', 'application/yaml']);
  }
  const raw = Buffer.from(String(envelope.raw ?? ''), 'base64');
  return { apiVersion: meta.apiVersion, kind, ...decodeMessage(raw, message) };
}

const typeMeta: WireMessage = {
  1: { name: 'apiVersion', type: 'string' },
  2: { name: 'kind', type: 'string' },
};

function decodeMessage(bytes: Buffer, message: WireMessage): JsonObject {
  const result: JsonObject = {};
  for (const { number, value } of readFields(bytes)) {
    const field = message[number];
    if (!field) {
      continue;
    }
    const decoded = decodeValue(value, field);
    const before = result[field.name];
    if (field.isList) {
      result[field.name] = [...(Array.isArray(before) ? before : []), decoded];
    } else if (isMap(field) && isObject(decoded)) {
      result[field.name] = mergeEntry(before, decoded, field);
    } else if (decoded !== undefined && decoded !== '') {
      result[field.name] = decoded;
    }
  }
  return result;
}

function decodeValue(value: WireValue, field: WireField): unknown {
  if (typeof value === 'bigint') {
    return field.type === 'boolean'
      ? value !== 0n
      : Number(BigInt.asIntN(64, value));
  }
  if (typeof field.type === 'object') {
    const { message } = field.type;
    return decodeMessage(
      value,
      message === 'TypeMeta' ? typeMeta : messages[message] ?? {},
    );
  }
  switch (field.type) {
    case 'bytes':
      return value.toString('base64');
    case 'time':
      return decodeTime(value);
    case 'stringMap':
      return decodeMessage(value, mapEntry('string'));
    case 'bytesMap':
      return decodeMessage(value, mapEntry('bytes'));
    case 'stringListMap':
      return decodeMessage(value, mapEntry({ message: 'ExtraValue' }));
    default:
      return value.toString('utf8');
  }
}

function isMap({ type }: WireField): boolean {
  return typeof type === 'string' && type.endsWith('Map');
}

function mapEntry(type: WireField['type']): WireMessage {
  return { 1: { name: 'key', type: 'string' }, 2: { name: 'value', type } };
}

function mergeEntry(
  before: unknown,
  entry: JsonObject,
  field: WireField,
): JsonObject {
  const merged = isObject(before) ? { ...before } : {};
  const empty = field.type === 'stringListMap' ? [] : '';
  setOwn(merged, String(entry.key ?? ''), entry.value ?? empty);
  return merged;
}

/** `Time { seconds, nanos }`; the zero time is an absent one. */
function decodeTime(bytes: Buffer): string | undefined {
  const { seconds } = decodeMessage(bytes, {
    1: { name: 'seconds', type: 'integer' },
  });
  return typeof seconds === 'number' && seconds > 0
    ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
    : undefined;
}
