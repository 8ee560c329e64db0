import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PreviewReport,
  RequestRef,
  StartPreviewBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixOperationsApiRef,
  type ApiProblem,
  type OperationsApi,
} from '../../../api';

/** A DryRun of a compound waits for its parts for ten minutes at most (kratix-domain 5). */
const longestMs = 15 * 60_000;
const pauseMs = 2_000;

/** @internal */
export type Preview =
  | { readonly state: 'idle' }
  | { readonly state: 'starting'; readonly sinceMs: number }
  | {
      readonly state: 'running';
      readonly sinceMs: number;
      readonly isIgnored: boolean;
    }
  | { readonly state: 'tooLong' }
  | { readonly state: 'failed'; readonly problem: ApiProblem }
  | {
      readonly state: 'done';
      readonly report: Exclude<PreviewReport, { state: 'running' }>;
    };

/**
 * One preview at a time. What it made on the platform is removed when it is over, stopped, or left.
 * @internal
 */
export function usePreview(ref: RequestRef) {
  const api = useApi(kratixOperationsApiRef);
  const [preview, setPreview] = useState<Preview>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (body: StartPreviewBody) => {
      if (running.current) {
        return;
      }
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const tell = (next: Preview) => {
        if (!signal.aborted) {
          setPreview(next);
        }
      };
      await runPreview(api, { ref, body, signal, tell });
      if (running.current === controller) {
        running.current = undefined;
      }
    },
    [api, ref],
  );
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setPreview({ state: 'idle' });
  }, []);
  return { preview, start, stop };
}

async function runPreview(
  api: OperationsApi,
  run: {
    readonly ref: RequestRef;
    readonly body: StartPreviewBody;
    readonly signal: AbortSignal;
    readonly tell: (preview: Preview) => void;
  },
): Promise<void> {
  const { ref, body, signal, tell } = run;
  const sinceMs = Date.now();
  tell({ state: 'starting', sinceMs });
  const started = await api.startPreview(ref, body);
  if (!started.ok) {
    tell({ state: 'failed', problem: started.problem });
    return;
  }
  const { preview } = started.value;
  try {
    while (!signal.aborted && Date.now() - sinceMs < longestMs) {
      const answer = await api.fetchPreview(ref, preview, { signal });
      if (!answer.ok && answer.problem.kind !== 'noAnswer') {
        tell({ state: 'failed', problem: answer.problem });
        return;
      }
      if (answer.ok && answer.value.state !== 'running') {
        tell({ state: 'done', report: answer.value });
        return;
      }
      tell({
        state: 'running',
        sinceMs,
        isIgnored:
          answer.ok &&
          answer.value.state === 'running' &&
          answer.value.isIgnored,
      });
      await pause(signal);
    }
    tell({ state: 'tooLong' });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    await api.removePreview(ref, preview);
  }
}

/** Ends early when the preview is stopped. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
