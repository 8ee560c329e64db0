import type { JobFact } from './jobFacts';

/** What decides the next step of a configure workflow. @internal */
export interface ConfigureFacts {
  /** Names, in order; at least one. */
  pipelines: readonly string[];
  hash: string;
  /** Jobs of the owner, newest first. */
  jobs: readonly JobFact[];
  isManual: boolean;
  isRestart: boolean;
  isSuspended: boolean;
  /** Of the pipeline whose phase is Suspended; -1 when none is. */
  suspendedIndex: number;
}

/**
 * The next step. `completed` counts the pipelines of this run that are done.
 * @internal
 */
export type ConfigureStep = { completed: number; isFromStart: boolean } & (
  | { kind: 'done' }
  /** A Job runs; `pipeline` is absent when it belongs to an earlier spec. */
  | { kind: 'wait'; pipeline?: string }
  | { kind: 'stopRunning'; job: string }
  | { kind: 'start'; index: number; isResume: boolean }
  | { kind: 'failed'; pipeline: string }
);

/** Kratix's `determineWorkflowState` and `executeReconcileAction` (lib/workflow/reconciler.go). @internal */
export function planConfigure(facts: ConfigureFacts): ConfigureStep {
  const newest = facts.jobs[0];
  const isResume =
    !facts.isSuspended && !facts.isRestart && facts.suspendedIndex >= 0;
  const { index, completed } = position(facts, newest, isResume);
  const isFromStart = facts.isManual || facts.isRestart;
  const base = { completed, isFromStart };
  const start = { ...base, kind: 'start', index, isResume } as const;
  if (!newest) {
    return start;
  }
  if (newest.state === 'running') {
    return facts.isManual
      ? { ...base, kind: 'stopRunning', job: newest.name }
      : { ...base, kind: 'wait', pipeline: pipelineOf(facts, newest) };
  }
  const isCurrent =
    pipelineOf(facts, newest) !== undefined &&
    newest.pipeline === facts.pipelines[index];
  if (!isCurrent || isFromStart || isResume) {
    return start;
  }
  return newest.state === 'failed'
    ? { ...base, kind: 'failed', pipeline: newest.pipeline }
    : { ...base, kind: 'done' };
}

function position(
  facts: ConfigureFacts,
  newest: JobFact | undefined,
  isResume: boolean,
): { index: number; completed: number } {
  if (isResume) {
    return { index: facts.suspendedIndex, completed: facts.suspendedIndex };
  }
  const isNew = !newest || pipelineOf(facts, newest) === undefined;
  if (isNew || facts.isRestart || facts.isManual) {
    return { index: 0, completed: 0 };
  }
  const index = facts.pipelines.indexOf(newest.pipeline);
  return newest.state === 'completed'
    ? {
        index: Math.min(index + 1, facts.pipelines.length - 1),
        completed: index + 1,
      }
    : { index, completed: index };
}

function pipelineOf(facts: ConfigureFacts, job: JobFact): string | undefined {
  return job.action === 'configure' &&
    job.hash === facts.hash &&
    facts.pipelines.includes(job.pipeline)
    ? job.pipeline
    : undefined;
}
