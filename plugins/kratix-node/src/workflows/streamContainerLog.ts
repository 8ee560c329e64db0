import type { Readable } from 'node:stream';
import type { LogChunk } from '../service/WorkflowReader';
import { readLogLines } from './readLogLines';

/** One answer; who wants more asks again from the last line. */
const STREAM_LIMIT = 256 * 1024 * 1024;

/**
 * Hands a log on chunk by chunk, and says how it ended. Applies backpressure: reads only as fast as the consumer.
 * The first chunk is empty: the log is open, even if its container prints nothing for an hour.
 * @internal
 */
export async function* streamContainerLog(
  stream: Readable,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogChunk, void, undefined> {
  const progress = { bytes: 0 };
  try {
    yield { type: 'lines', lines: [] };
    for await (const lines of readLogLines(count(stream, progress))) {
      yield { type: 'lines', lines };
      if (progress.bytes > STREAM_LIMIT) {
        yield { type: 'end', reason: 'limit' };
        return;
      }
    }
    yield { type: 'end', reason: 'finished' };
  } catch {
    // The API server or the way to it went away; what was read stays read.
    signal?.throwIfAborted();
    yield { type: 'end', reason: 'interrupted' };
  } finally {
    stream.destroy();
  }
}

async function* count(
  stream: Readable,
  progress: { bytes: number },
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}
