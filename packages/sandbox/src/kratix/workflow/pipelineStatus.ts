import type { Json } from '../json/read';
import { at, ensureRecord, numberOf, recordsOf, textOf } from '../json/read';

/** Kratix's phases of a pipeline (api/v1alpha1/pipeline_types.go). @internal */
export type PipelinePhase =
  | 'Pending'
  | 'Running'
  | 'Succeeded'
  | 'Failed'
  | 'Suspended';

/** The entries of `status.kratix.workflows.pipelines`; undefined when the list is absent. @internal */
export function pipelineEntries(status: unknown): readonly Json[] | undefined {
  const entries = at(status, 'kratix', 'workflows', 'pipelines');
  return Array.isArray(entries) ? recordsOf(entries) : undefined;
}

/** True when the list names exactly these pipelines in this order. @internal */
export function listsPipelines(
  status: unknown,
  names: readonly string[],
): boolean {
  const entries = pipelineEntries(status);
  return (
    entries !== undefined &&
    entries.length === names.length &&
    entries.every((entry, index) => entry.name === names[index])
  );
}

/** @internal */
export function resetPipelines(
  status: Json,
  names: readonly string[],
  now: string,
): void {
  const workflows = workflowsOf(status);
  delete workflows.suspendedGeneration;
  workflows.pipelines = names.map(name => ({
    name,
    phase: 'Pending',
    lastTransitionTime: now,
  }));
}

/** Moves one pipeline to a phase; nothing when it is there already. @internal */
export function markPipeline(
  status: Json,
  name: string,
  phase: PipelinePhase,
  now: string,
): void {
  changeEntry(status, name, entry => {
    if (entry.phase === phase) {
      return entry;
    }
    const { message, ...rest } = entry;
    const kept =
      entry.phase === 'Suspended' || message === undefined
        ? rest
        : { ...rest, message };
    return { ...kept, phase, lastTransitionTime: now };
  });
}

/** @internal */
export function suspendedPipelineIndex(status: unknown): number {
  return (pipelineEntries(status) ?? []).findIndex(
    ({ phase }) => phase === 'Suspended',
  );
}

/** What the status-writer leaves for a suspension or a retry. @internal */
export interface Suspension {
  pipeline: string;
  message?: string;
  /** RFC 3339; present for a retry. */
  nextRetryAt?: string;
  generation: number;
}

/** @internal */
export function markSuspended(status: Json, suspension: Suspension): void {
  const { pipeline, message, nextRetryAt, generation } = suspension;
  changeEntry(status, pipeline, entry => ({
    name: entry.name,
    phase: 'Suspended',
    ...(message && { message }),
    ...(nextRetryAt && {
      nextRetryAt,
      attempts: (numberOf(entry.attempts) ?? 0) + 1,
    }),
    ...(entry.lastTransitionTime !== undefined && {
      lastTransitionTime: entry.lastTransitionTime,
    }),
  }));
  workflowsOf(status).suspendedGeneration = generation;
}

/** The pipeline went through without suspending: its traces of an earlier suspension go. @internal */
export function clearSuspension(status: Json, pipeline: string): void {
  if (!pipelineEntries(status)?.some(({ name }) => name === pipeline)) {
    return;
  }
  changeEntry(status, pipeline, ({ nextRetryAt, attempts, ...rest }) => rest);
}

/** When the suspended pipeline wants to be tried again. @internal */
export function findNextRetryAt(status: unknown): string | undefined {
  const entry = (pipelineEntries(status) ?? []).find(
    ({ phase }) => phase === 'Suspended',
  );
  return textOf(entry?.nextRetryAt);
}

/** @internal */
export function suspendedGeneration(status: unknown): number {
  return (
    numberOf(at(status, 'kratix', 'workflows', 'suspendedGeneration')) ?? 0
  );
}

/** @internal */
export function workflowsOf(status: Json): Json {
  return ensureRecord(ensureRecord(status, 'kratix'), 'workflows');
}

function changeEntry(
  status: Json,
  name: string,
  change: (entry: Json) => Json,
): void {
  const entries = pipelineEntries(status);
  if (entries) {
    workflowsOf(status).pipelines = entries.map(entry =>
      entry.name === name ? change(entry) : entry,
    );
  }
}
