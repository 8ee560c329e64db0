import type { JobFact } from './jobFacts';

/** @internal */
export interface DeleteFacts {
  /** The one delete pipeline that Kratix runs; absent when there is none. */
  pipeline?: string;
  hash: string;
  jobs: readonly JobFact[];
  isManual: boolean;
  isSuspended: boolean;
  suspendedIndex: number;
}

/** @internal */
export type DeleteStep =
  | { kind: 'done' }
  | { kind: 'wait' }
  | { kind: 'stopRunning'; job: string }
  | { kind: 'start'; isReset: boolean }
  | { kind: 'failed' };

/** Kratix's `ReconcileDelete` (lib/workflow/reconciler.go). @internal */
export function planDelete(facts: DeleteFacts): DeleteStep {
  if (facts.pipeline === undefined) {
    return { kind: 'done' };
  }
  const newest = facts.jobs.find(
    job =>
      job.action === 'delete' &&
      job.pipeline === facts.pipeline &&
      job.hash === facts.hash,
  );
  if (newest?.state === 'running') {
    return facts.isManual
      ? { kind: 'stopRunning', job: newest.name }
      : { kind: 'wait' };
  }
  if (!newest || facts.isManual) {
    const isConfiguring = facts.jobs.some(
      job => job.action === 'configure' && job.state === 'running',
    );
    return isConfiguring ? { kind: 'wait' } : { kind: 'start', isReset: true };
  }
  if (newest.state === 'failed') {
    return { kind: 'failed' };
  }
  if (facts.isSuspended) {
    return { kind: 'wait' };
  }
  return facts.suspendedIndex >= 0
    ? { kind: 'start', isReset: false }
    : { kind: 'done' };
}
