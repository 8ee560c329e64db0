import type { Readable } from 'node:stream';
import { KubernetesError } from './failures/KubernetesError';

// Nothing from a cluster is trusted, not even its size. A page of a list is by far the largest answer.
const SIZE_LIMIT = 256 * 1024 * 1024;

/**
 * Reads a whole answer as JSON.
 * @internal
 */
export async function readJsonBody(
  body: Readable,
  what: string,
): Promise<unknown> {
  const bytes = await readBytes(body, what);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's own message quotes what it read.
    throw new KubernetesError(
      'invalidResponse',
      `The API server's answer to ${what} is not JSON`,
    );
  }
}

async function readBytes(body: Readable, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > SIZE_LIMIT) {
        break;
      }
      chunks.push(chunk);
    }
  } catch {
    throw new KubernetesError(
      'unreachable',
      `The API server's answer to ${what} was cut off`,
    );
  }
  if (size > SIZE_LIMIT) {
    throw new KubernetesError(
      'invalidResponse',
      `The API server's answer to ${what} is larger than ${SIZE_LIMIT} bytes`,
    );
  }
  return Buffer.concat(chunks);
}
