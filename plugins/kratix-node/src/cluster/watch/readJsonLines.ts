import { KubernetesError } from '../failures/KubernetesError';

// One watch event holds one object; etcd refuses objects above 1.5 MiB by default.
const LINE_LIMIT = 32 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Splits a stream into lines and parses each as JSON. What follows the last newline is dropped: it is the
 * beginning of a line that was cut off.
 * @internal
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<unknown, void, undefined> {
  let pending: Buffer[] = [];
  let pendingSize = 0;
  for await (const chunk of chunks) {
    let start = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end !== -1) {
      const line = Buffer.concat([...pending, chunk.subarray(start, end)]);
      pending = [];
      pendingSize = 0;
      if (line.length > 0) {
        yield parseLine(line);
      }
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    if (start < chunk.length) {
      pending.push(chunk.subarray(start));
      pendingSize += chunk.length - start;
    }
    if (pendingSize > LINE_LIMIT) {
      throw new KubernetesError(
        'invalidResponse',
        `An event of the watch is larger than ${LINE_LIMIT} bytes`,
      );
    }
  }
}

function parseLine(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    // The parser's own message quotes what it read.
    throw new KubernetesError(
      'invalidResponse',
      'An event of the watch is not JSON',
    );
  }
}
