import type { Readable } from 'node:stream';
import { KubernetesError } from './KubernetesError';

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
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > SIZE_LIMIT) {
      throw new KubernetesError(
        'invalidResponse',
        `The API server's answer to ${what} is larger than ${SIZE_LIMIT} bytes`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // The parser's own message quotes what it read.
    throw new KubernetesError(
      'invalidResponse',
      `The API server's answer to ${what} is not JSON`,
    );
  }
}
