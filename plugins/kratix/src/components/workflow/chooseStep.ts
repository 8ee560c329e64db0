import {
  findFailingStep,
  type PipelineRun,
  type WorkflowAttempt,
  type WorkflowRun,
  type WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a person looks at; what is left out follows the run.
 * @internal
 */
export interface WorkflowChoice {
  readonly run?: string;
  readonly pipeline?: string;
  readonly step?: string;
  /** 1 for the first attempt of the pipeline. */
  readonly attempt?: number;
  /** The log before the last restart. */
  readonly previous?: boolean;
  readonly line?: number;
}

/**
 * A step in its place.
 * @internal
 */
export interface ChosenStep {
  readonly run: WorkflowRun;
  readonly pipeline: PipelineRun;
  readonly attempt: WorkflowAttempt;
  readonly step: WorkflowStep;
}

/** @internal */
export function chooseRun(
  runs: readonly WorkflowRun[],
  { run }: WorkflowChoice,
): WorkflowRun | undefined {
  return runs.find(({ id }) => id === run) ?? runs[0];
}

/**
 * The step that was asked for, else the one that matters: what fails, what runs, what ran last.
 * @internal
 */
export function chooseStep(
  run: WorkflowRun,
  choice: WorkflowChoice,
): ChosenStep | undefined {
  const pipeline = run.pipelines.find(({ name }) => name === choice.pipeline);
  const attempt = pipeline && chooseAttempt(pipeline, choice);
  const step = attempt?.steps.find(({ name }) => name === choice.step);
  return pipeline && attempt && step
    ? { run, pipeline, attempt, step }
    : suggestStep(run);
}

/** @internal */
export function chooseAttempt(
  pipeline: PipelineRun,
  choice: WorkflowChoice,
): WorkflowAttempt | undefined {
  const asked =
    choice.pipeline === pipeline.name && choice.attempt !== undefined
      ? pipeline.attempts[choice.attempt - 1]
      : undefined;
  return asked ?? pipeline.attempts.at(-1);
}

function suggestStep(run: WorkflowRun): ChosenStep | undefined {
  const all = run.pipelines.flatMap(pipeline => {
    const attempt = pipeline.attempts.at(-1);
    return (attempt?.steps ?? []).flatMap(step =>
      attempt ? [{ run, pipeline, attempt, step }] : [],
    );
  });
  const failing = findFailingStep(run);
  const authors = all.filter(({ step }) => !step.isQuiet);
  return (
    all.find(
      ({ pipeline, step }) =>
        pipeline.name === failing?.pipeline && step.name === failing.step.name,
    ) ??
    authors.find(({ step }) => step.state === 'running') ??
    authors.findLast(({ step }) => step.log !== 'notStarted') ??
    authors[0] ??
    all[0]
  );
}
