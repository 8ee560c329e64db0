import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { DecodedFile } from '../service/DeliveryClient';

/** What a page can show; a file may be a thousand times what it was compressed to. */
const MAXIMUM_BYTES = 512 * 1024;

/**
 * Decodes a file of a Work: gzip in base64 (kratix-domain 4, "Content encoding"). Decompresses no more than is
 * shown, so that a small object cannot fill the memory.
 * @internal
 */
export async function decodeContent(content: string): Promise<DecodedFile> {
  const unpacked = await unpack(content);
  if (!unpacked) {
    return { type: 'undecodable' };
  }
  const { bytes, isCut } = unpacked;
  const text = readText(bytes, isCut);
  return text === undefined
    ? { type: 'binary', bytes: bytes.length, isCut }
    : { type: 'text', text, bytes: bytes.length, isCut };
}

async function unpack(
  content: string,
): Promise<{ bytes: Buffer; isCut: boolean } | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  const gunzip = Readable.from([Buffer.from(content, 'base64')]).pipe(
    createGunzip(),
  );
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAXIMUM_BYTES) {
        break;
      }
    }
  } catch {
    return undefined;
  } finally {
    gunzip.destroy();
  }
  const bytes = Buffer.concat(chunks).subarray(0, MAXIMUM_BYTES);
  return { bytes, isCut: length > MAXIMUM_BYTES };
}

/** Undefined for what is no UTF-8 text. */
function readText(bytes: Buffer, isCut: boolean): string | undefined {
  if (bytes.includes(0)) {
    return undefined;
  }
  try {
    // A cut may go through a character: `stream` leaves the rest of it out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, {
      stream: isCut,
    });
  } catch {
    return undefined;
  }
}
