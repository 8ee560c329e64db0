import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { decodeProtobuf } from '../protobuf/decodeProtobuf';
import {
  StatusError,
  badRequest,
  unsupportedMediaType,
} from '../status/StatusError';

/** @internal */
export async function readBody(
  req: IncomingMessage,
  maxBytes: number,
): Promise<string> {
  return (await readBytes(req, maxBytes)).toString('utf8');
}

async function readBytes(
  req: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${maxBytes}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const protobuf = 'application/vnd.kubernetes.protobuf';
const accepted = ['application/json', 'application/yaml', protobuf];

/** The body as a value, in the encoding that the Content-Type names. @internal */
export async function readObject(
  req: IncomingMessage,
  maxBytes: number,
): Promise<unknown> {
  const contentType = mediaType(req);
  if (!['', '*/*', ...accepted].includes(contentType)) {
    req.resume();
    throw unsupportedMediaType(accepted);
  }
  const bytes = await readBytes(req, maxBytes);
  if (contentType === protobuf) {
    return decodeProtobuf(bytes);
  }
  const text = bytes.toString('utf8');
  return contentType === 'application/yaml' ? parseYaml(text) : parseJson(text);
}

/** @internal */
export function mediaType(req: IncomingMessage): string {
  return (req.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

/** @internal */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

/** @internal */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw badRequest(
      `error converting YAML to JSON: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}
