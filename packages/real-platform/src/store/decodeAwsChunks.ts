/**
 * The bytes inside a body that was signed chunk by chunk: each chunk is its
 * length in hexadecimal, an optional signature, and the data (Amazon S3 API,
 * "Transferring Payload in Multiple Chunks").
 *
 * @internal
 */
export function decodeAwsChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let offset = 0;
  while (offset < body.length) {
    const lineEnd = body.indexOf('\r\n', offset);
    if (lineEnd < 0) {
      throw new Error('a chunk has no header');
    }
    const header = body.subarray(offset, lineEnd).toString('latin1');
    const length = Number.parseInt(header.split(';')[0] ?? '', 16);
    if (Number.isNaN(length)) {
      throw new Error('a chunk has no length');
    }
    if (length === 0) {
      break;
    }
    const start = lineEnd + 2;
    chunks.push(body.subarray(start, start + length));
    offset = start + length + 2;
  }
  return Buffer.concat(chunks);
}
