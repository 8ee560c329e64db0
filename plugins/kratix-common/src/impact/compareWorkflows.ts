import type { PipelineSpec, PromiseWorkflows } from '../model';
import type { PromiseChange } from './PromiseChange';

/**
 * What changed in the pipelines. No request is refused for it, but each is delivered in another way: Kratix
 * runs the configure pipelines of every request again.
 * @internal
 */
export function compareWorkflows(
  before: PromiseWorkflows,
  after: PromiseWorkflows,
): PromiseChange[] {
  return [
    ...comparePipelineNamespaces(before, after),
    ...WORKFLOWS.flatMap(([key, path]) =>
      comparePipelines(path, before[key], after[key]),
    ),
  ];
}

function comparePipelineNamespaces(
  { pipelineNamespace: before }: PromiseWorkflows,
  { pipelineNamespace: after }: PromiseWorkflows,
): PromiseChange[] {
  const name = (namespace?: string) => namespace ?? "each request's own";
  return before === after
    ? []
    : [
        risky(
          'pipeline-changed',
          'spec.workflows.config.pipelineNamespace',
          `Pipelines run in namespace ${name(after)} instead of ${name(
            before,
          )}.`,
        ),
      ];
}

const WORKFLOWS = [
  ['promiseConfigure', 'spec.workflows.promise.configure'],
  ['promiseDelete', 'spec.workflows.promise.delete'],
  ['resourceConfigure', 'spec.workflows.resource.configure'],
  ['resourceDelete', 'spec.workflows.resource.delete'],
] as const;

function comparePipelines(
  path: string,
  before: readonly PipelineSpec[],
  after: readonly PipelineSpec[],
): PromiseChange[] {
  const find = (list: readonly PipelineSpec[], name: string) =>
    list.find(pipeline => pipeline.name === name);
  const kept = after.filter(({ name }) => find(before, name));
  const keptBefore = before.filter(({ name }) => find(after, name));
  return [
    ...after
      .filter(({ name }) => !find(before, name))
      .map(({ name }) =>
        risky('pipeline-added', `${path}.${name}`, `Pipeline ${name} is new.`),
      ),
    ...before
      .filter(({ name }) => !find(after, name))
      .map(({ name }) =>
        risky(
          'pipeline-removed',
          `${path}.${name}`,
          `Pipeline ${name} is gone.`,
        ),
      ),
    ...(namesOf(kept) === namesOf(keptBefore)
      ? []
      : [
          risky(
            'pipelines-reordered',
            path,
            `Pipelines run in another order: ${namesOf(kept)}.`,
          ),
        ]),
    ...kept.flatMap(pipeline => {
      const old = find(before, pipeline.name);
      return old ? comparePipeline(path, old, pipeline) : [];
    }),
  ];
}

function comparePipeline(
  path: string,
  before: PipelineSpec,
  after: PipelineSpec,
): PromiseChange[] {
  if (before.hash === after.hash) {
    return [];
  }
  const at = `${path}.${after.name}`;
  const images = after.containers.flatMap(container => {
    const old = before.containers.find(({ name }) => name === container.name);
    return old && old.image !== container.image
      ? [
          {
            ...risky(
              'image-changed',
              `${at}.${container.name}`,
              `Step ${container.name} of ${after.name} runs ${container.image} instead of ${old.image}.`,
            ),
            before: old.image,
            after: container.image,
          },
        ]
      : [];
  });
  const steps = namesOf(before.containers) !== namesOf(after.containers);
  return images.length > 0 && !steps
    ? images
    : [
        ...images,
        risky(
          'pipeline-changed',
          at,
          steps
            ? `Pipeline ${after.name} has other steps: ${
                namesOf(after.containers) || 'none'
              }.`
            : `Pipeline ${after.name} runs with other settings (command, environment, permissions or volumes).`,
        ),
      ];
}

function risky(
  code: PromiseChange['code'],
  path: string,
  message: string,
): PromiseChange {
  return { code, severity: 'risky', path, message };
}

function namesOf(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}
