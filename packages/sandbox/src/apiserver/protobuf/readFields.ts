import { badRequest } from '../status/StatusError';

/** A number, or the bytes of a text or a message. @internal */
export type WireValue = bigint | Buffer;

/** The fields of an encoded message, in order. Source: protobuf.dev, "Encoding". @internal */
export function* readFields(
  bytes: Buffer,
): Generator<{ number: number; value: WireValue }> {
  let offset = 0;
  while (offset < bytes.length) {
    const tag = readVarint(bytes, offset);
    offset = tag.end;
    const number = Number(tag.value >> 3n);
    const wireType = Number(tag.value & 7n);
    if (wireType === 0) {
      const varint = readVarint(bytes, offset);
      offset = varint.end;
      yield { number, value: varint.value };
    } else if (wireType === 2) {
      const length = readVarint(bytes, offset);
      const end = length.end + Number(length.value);
      if (end > bytes.length) {
        throw truncated();
      }
      yield { number, value: bytes.subarray(length.end, end) };
      offset = end;
    } else if (wireType === 1 || wireType === 5) {
      offset += wireType === 1 ? 8 : 4;
    } else {
      throw badRequest(`proto: illegal wireType ${wireType}`);
    }
  }
}

function readVarint(
  bytes: Buffer,
  start: number,
): { value: bigint; end: number } {
  let value = 0n;
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[start + index];
    if (byte === undefined) {
      throw truncated();
    }
    value |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) {
      return { value, end: start + index + 1 };
    }
  }
  throw badRequest('proto: integer overflow');
}

function truncated() {
  return badRequest('unexpected EOF');
}
