import type { RequestHandler } from 'express';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  logQuerySchema,
  refuse,
  tell,
  type LogEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  explainRefusal,
  type LogChunk,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { parseInput } from '../routes/parseInput';
import {
  authoriseWorkflow,
  openWorkflows,
  toWorkflowTarget,
  type WorkflowContext,
} from './authoriseWorkflow';
import { streamEvents } from './streamEvents';

const MOST_STREAMS = 200;

/**
 * `GET …/log`. `streams` are those that are open now; each gives its place back when its reader leaves, when it
 * has lasted `streamMs`, and when it ends.
 * @internal
 */
export function getLog(
  context: WorkflowContext,
  {
    streams,
    streamMs,
  }: { readonly streams: Set<AbortSignal>; readonly streamMs: number },
): RequestHandler {
  return async (req, res) => {
    // First of all: whoever leaves while the rest is awaited must not be missed.
    const closed = new AbortController();
    res.on('close', () => closed.abort());
    const found = await authoriseWorkflow(req, context);
    if (res.destroyed) {
      return;
    }
    const query = parseInput(logQuerySchema, req.query);
    if (streams.size >= MOST_STREAMS) {
      throw refuse(ServiceUnavailableError, tell('refusal.tooManyLogs'));
    }
    streams.add(closed.signal);
    try {
      const late = AbortSignal.timeout(streamMs);
      const signal = AbortSignal.any([closed.signal, late]);
      const chunks = openWorkflows(found, context).streamLog(
        toWorkflowTarget(found),
        { ...query, signal },
      );
      // Before the headers are sent, a refusal is still an answer of its own.
      const first = await explainRefusal(chunks.next());
      await streamEvents(res, toEvents(first, chunks, late), signal);
    } finally {
      streams.delete(closed.signal);
    }
  };
}

async function* toEvents(
  first: IteratorResult<LogChunk, void>,
  rest: AsyncGenerator<LogChunk, void>,
  late: AbortSignal,
): AsyncGenerator<LogEvent, void> {
  try {
    for (let next = first; !next.done; next = await rest.next()) {
      yield toEvent(next.value);
    }
  } catch (error) {
    if (!late.aborted) {
      throw error;
    }
    yield { type: 'end', reason: 'interrupted' };
  } finally {
    await rest.return();
  }
}

function toEvent(chunk: LogChunk): LogEvent {
  return chunk.type === 'lines'
    ? { type: 'lines', lines: [...chunk.lines] }
    : chunk;
}
