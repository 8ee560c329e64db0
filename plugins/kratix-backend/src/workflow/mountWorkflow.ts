import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler, Router } from 'express';
import { workflowRunsResponseSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { explainRefusal } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RouteContext } from '../routes/RouteContext';
import { getLog } from './getLog';
import { findVersion } from './findVersion';
import { RunsReader } from './RunsReader';
import {
  authoriseWorkflow,
  openWorkflows,
  toWorkflowTarget,
} from './authoriseWorkflow';

const RUNS_TIMEOUT_MS = 10_000;
/** One response lasts 15 min; the client then reconnects and is authorised again. */
const STREAM_MS = 15 * 60_000;

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
  const log = getLog(context, { streams: new Set(), streamMs: STREAM_MS });
  for (const path of [
    '/requests/:platform/:promise/:namespace/:name',
    '/promises/:platform/:promise',
  ]) {
    router.get(`${path}/runs`, getRuns(context, reader));
    router.get(`${path}/log`, log);
  }
}

function getRuns(context: RouteContext, reader: RunsReader): RequestHandler {
  return async (req, res) => {
    const found = await authoriseWorkflow(req, context);
    const target = toWorkflowTarget(found);
    const key = JSON.stringify([found.platform, target]);
    const history = await reader.read(key, findVersion(found), () =>
      explainRefusal(
        openWorkflows(found, context).listRuns(target, {
          signal: AbortSignal.timeout(RUNS_TIMEOUT_MS),
        }),
      ),
    );
    res.json(workflowRunsResponseSchema.parse(history));
  };
}
