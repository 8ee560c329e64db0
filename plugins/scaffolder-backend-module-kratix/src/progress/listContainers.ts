import type { WorkflowRun } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A container whose log can be read.
 * @internal
 */
export interface LoggingContainer {
  readonly pipeline: string;
  readonly pod: string;
  readonly container: string;
}

/**
 * Oldest first, so that lines come in the order of the steps. Kratix's own containers say nothing of use.
 * @internal
 */
export function listContainers(run: WorkflowRun): LoggingContainer[] {
  return run.pipelines.flatMap(pipeline =>
    pipeline.attempts.flatMap(({ pod, steps }) =>
      steps
        .filter(step => !step.isQuiet && step.log === 'available')
        .flatMap(({ name }) =>
          pod ? [{ pipeline: pipeline.name, pod, container: name }] : [],
        ),
    ),
  );
}
