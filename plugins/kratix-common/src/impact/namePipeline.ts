import type { PipelineSpec } from '../model';
import { wordingOf, type Wording, type WordingParam } from '../wording';

/**
 * Which pipeline: its name, and the workflow that runs it, since another may have one of that name.
 * @internal
 */
export function namePipeline(path: string, name: string): Wording {
  return wordingOf('impactPromise.pipeline', {
    name,
    workflow: nameWorkflow(path),
  });
}

/** `resource.configure` of `spec.workflows.resource.configure`. @internal */
export function nameWorkflow(path: string): string {
  return path.split('.').slice(-2).join('.');
}

/** The steps in their order, each with its image. @internal */
export function nameSteps(
  containers: PipelineSpec['containers'],
): WordingParam {
  return containers.length > 0
    ? {
        list: containers.map(({ name, image }) =>
          wordingOf('impactPromise.step', { step: name, image }),
        ),
      }
    : wordingOf('impact.none');
}
