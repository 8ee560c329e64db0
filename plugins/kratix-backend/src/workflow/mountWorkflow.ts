import { setTimeout as pause } from 'node:timers/promises';
import type { Request, RequestHandler, Router } from 'express';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  logQuerySchema,
  refuse,
  tell,
  workflowRunsResponseSchema,
  type LogEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  LogChunk,
  WorkflowReader,
  WorkflowTarget,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { findSubject, type FoundSubject } from '../delivery/findSubject';
import { parseQuery } from '../lists/parseQuery';
import type { RouteContext } from '../routes/RouteContext';
import { explainRefusal } from './explainRefusal';
import { findVersion } from './findVersion';
import { RunsReader } from './RunsReader';
import { streamEvents } from './streamEvents';

/** One answer; who follows longer asks again, and is asked again whether they may. */
const STREAM_MS = 15 * 60_000;
const RUNS_TIMEOUT_MS = 10_000;
const MOST_STREAMS = 200;

/**
 * The routes about how workflows run: those of requests, and of Promises themselves.
 * @internal
 */
export function mountWorkflow(router: Router, context: RouteContext): void {
  const reader = new RunsReader({
    nowMs: Date.now,
    pause: async ms => {
      await pause(ms);
    },
  });
  const streams = new Set<AbortSignal>();
  for (const path of [
    '/requests/:platform/:promise/:namespace/:name',
    '/promises/:platform/:promise',
  ]) {
    router.get(`${path}/runs`, getRuns(context, reader));
    router.get(`${path}/log`, getLog(context, streams));
  }
}

function getRuns(context: RouteContext, reader: RunsReader): RequestHandler {
  return async (req, res) => {
    const found = await authorise(req, context);
    const target = toTarget(found);
    const key = JSON.stringify([found.platform, target]);
    const history = await reader.read(key, findVersion(found), () =>
      explainRefusal(
        open(found, context).listRuns(target, {
          signal: AbortSignal.timeout(RUNS_TIMEOUT_MS),
        }),
      ),
    );
    res.json(workflowRunsResponseSchema.parse(history));
  };
}

function getLog(
  context: RouteContext,
  streams: Set<AbortSignal>,
): RequestHandler {
  return async (req, res) => {
    const found = await authorise(req, context);
    const query = parseQuery(logQuerySchema, req.query);
    if (streams.size >= MOST_STREAMS) {
      throw refuse(ServiceUnavailableError, tell('refusal.tooManyLogs'));
    }
    const closed = new AbortController();
    res.on('close', () => closed.abort());
    streams.add(closed.signal);
    try {
      const late = AbortSignal.timeout(STREAM_MS);
      const chunks = open(found, context).streamLog(toTarget(found), {
        ...query,
        signal: AbortSignal.any([closed.signal, late]),
      });
      // Before the headers are sent, a refusal is still an answer of its own.
      const first = await explainRefusal(chunks.next());
      const events = toEvents(first, chunks, late);
      await streamEvents(res, events, closed.signal);
    } finally {
      streams.delete(closed.signal);
    }
  };
}

async function authorise(
  req: Request,
  context: RouteContext,
): Promise<FoundSubject> {
  const credentials = await context.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const { platform, promise, namespace, name } = req.params;
  const subject = { platform: platform ?? '', promise: promise ?? '' };
  return findSubject(
    namespace && name ? { ...subject, namespace, name } : subject,
    credentials,
    context,
  );
}

/** Read by the portal itself: the person was authorised to read the request and what became of it. */
function open(
  { platform }: FoundSubject,
  { kratix }: RouteContext,
): WorkflowReader {
  return kratix.workflows(platform, { type: 'portal' });
}

function toTarget({ target }: FoundSubject): WorkflowTarget {
  const { promise, request } = target;
  return request
    ? { type: 'request', promise, ...request }
    : { type: 'promise', promise };
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
