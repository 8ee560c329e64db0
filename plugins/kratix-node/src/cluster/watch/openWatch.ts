import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { ConnectionGate } from '../ConnectionGate';
import type { KubernetesConnection } from '../KubernetesConnection';
import { KubernetesError } from '../failures/KubernetesError';
import { readJsonLines } from './readJsonLines';
import { toStatusError } from '../failures/toStatusError';

/**
 * One line of a watch.
 * @internal
 */
export interface WatchLine {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: unknown;
  readonly resourceVersion: string;
}

const lineSchema = z.object({ type: z.string(), object: z.unknown() });

const versionedSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().min(1) }),
});

/** @internal */
export interface OpenWatchOptions {
  readonly connection: KubernetesConnection;
  readonly gate: ConnectionGate;
  readonly path: string;
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  readonly resourceVersion: string;
  readonly connectTimeoutMs: number;
  readonly timeoutSeconds: number;
  /** A stream that says nothing for so long is given up, for it may be half-open. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

/**
 * Opens one watch and resolves once the server has accepted it. The lines end when the server, the network or
 * the silence ends the stream: none of these is an error, the next watch resumes where this one stopped.
 * @internal
 */
export async function openWatch(
  options: OpenWatchOptions,
): Promise<AsyncGenerator<WatchLine, void, undefined>> {
  const { connection, gate, path, signal } = options;
  const stream = await gate.attempt(signal, () =>
    connection.openStream({
      method: 'GET',
      path,
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: options.resourceVersion,
        timeoutSeconds: options.timeoutSeconds,
        fieldSelector: options.fieldSelector,
        labelSelector: options.labelSelector,
      },
      timeoutMs: options.connectTimeoutMs,
      signal,
    }),
  );
  return readLines(stream, options);
}

async function* readLines(
  stream: Readable,
  { silenceMs, gate }: Pick<OpenWatchOptions, 'silenceMs' | 'gate'>,
): AsyncGenerator<WatchLine, void, undefined> {
  try {
    for await (const json of readJsonLines(untilSilent(stream, silenceMs))) {
      gate.recordLife();
      yield toWatchLine(json);
    }
  } catch (error) {
    if (error instanceof KubernetesError) {
      throw error;
    }
  } finally {
    stream.destroy();
  }
}

async function* untilSilent(
  stream: Readable,
  silenceMs: number,
): AsyncGenerator<Buffer, void, undefined> {
  const silence = setTimeout(() => stream.destroy(), silenceMs);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      silence.refresh();
      yield chunk;
    }
  } finally {
    clearTimeout(silence);
  }
}

function toWatchLine(json: unknown): WatchLine {
  const line = lineSchema.safeParse(json);
  const type = line.success ? line.data.type : undefined;
  if (line.success && type === 'ERROR') {
    throw toStatusError(line.data.object, { what: 'a watch' });
  }
  const object = line.success ? line.data.object : undefined;
  const versioned = versionedSchema.safeParse(object);
  if (!isWatchType(type) || !versioned.success) {
    throw new KubernetesError(
      'invalidResponse',
      'The API server sent a watch event that is none',
    );
  }
  return {
    type,
    object,
    resourceVersion: versioned.data.metadata.resourceVersion,
  };
}

function isWatchType(type: unknown): type is WatchLine['type'] {
  return (
    type === 'ADDED' ||
    type === 'MODIFIED' ||
    type === 'DELETED' ||
    type === 'BOOKMARK'
  );
}
