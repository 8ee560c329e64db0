import type {
  PipelineStatus,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * One pipeline as a step of the line.
 * @internal
 */
export interface Step {
  readonly name: string;
  readonly phase: PipelineStatus['phase'];
  readonly tone: Tone;
  readonly isToDo: boolean;
  /** How long it took, where that can be known. */
  readonly durationMs?: number;
  /** Since when it has been running. */
  readonly runningSince?: string;
  readonly attempts?: number;
  readonly nextRetryAt?: string;
  readonly message?: string;
}

const tones: Readonly<Record<PipelineStatus['phase'], Tone>> = {
  Pending: 'unknown',
  Running: 'busy',
  Succeeded: 'good',
  Failed: 'bad',
  Suspended: 'waiting',
  Other: 'unknown',
};

/**
 * Reads the steps off Kratix's pipelines. Kratix stores only when each pipeline last changed, and starts
 * the next when one has succeeded (kratix-domain 2.3, 2.4): so a finished step took the time since the
 * one before it finished, and nothing is known of the first.
 * @internal
 */
export function deriveSteps(pipelines: readonly PipelineStatus[]): Step[] {
  return pipelines.map((pipeline, index) => ({
    name: pipeline.name,
    phase: pipeline.phase,
    tone: tones[pipeline.phase],
    isToDo: pipeline.phase === 'Pending',
    durationMs: deriveDurationMs(pipeline, pipelines[index - 1]),
    runningSince:
      pipeline.phase === 'Running' ? pipeline.lastTransitionTime : undefined,
    attempts: pipeline.attempts,
    nextRetryAt: pipeline.nextRetryAt,
    message: pipeline.message,
  }));
}

function deriveDurationMs(
  pipeline: PipelineStatus,
  before: PipelineStatus | undefined,
): number | undefined {
  // A repeated step also waited between its attempts; calling that its duration would be wrong.
  const isCountable =
    pipeline.phase === 'Succeeded' &&
    before?.phase === 'Succeeded' &&
    (pipeline.attempts ?? 1) <= 1;
  if (!isCountable || !pipeline.lastTransitionTime) {
    return undefined;
  }
  const durationMs =
    Date.parse(pipeline.lastTransitionTime) -
    Date.parse(before.lastTransitionTime ?? '');
  return durationMs >= 0 ? durationMs : undefined;
}
