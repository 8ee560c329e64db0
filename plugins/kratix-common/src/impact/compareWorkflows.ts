import type { PipelineSpec, PromiseWorkflows } from '../model';
import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf, type Told } from '../wording';

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
  const name = (namespace?: string) =>
    namespace ?? wordingOf('impactPromise.ownNamespace');
  return before === after
    ? []
    : [
        risky(
          'pipeline-changed',
          'spec.workflows.config.pipelineNamespace',
          tell('impactPromise.pipelineNamespace', {
            before: name(before),
            after: name(after),
          }),
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
        risky(
          'pipeline-added',
          `${path}.${name}`,
          tell('impactPromise.pipelineAdded', { pipeline: name }),
        ),
      ),
    ...before
      .filter(({ name }) => !find(after, name))
      .map(({ name }) =>
        risky(
          'pipeline-removed',
          `${path}.${name}`,
          tell('impactPromise.pipelineRemoved', { pipeline: name }),
        ),
      ),
    ...(namesOf(kept) === namesOf(keptBefore)
      ? []
      : [
          risky(
            'pipelines-reordered',
            path,
            tell('impactPromise.pipelinesReordered', {
              pipelines: { list: kept.map(({ name }) => name) },
            }),
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
              tell('impactPromise.image', {
                step: container.name,
                pipeline: after.name,
                before: old.image,
                after: container.image,
              }),
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
            ? tell('impactPromise.steps', {
                pipeline: after.name,
                steps:
                  after.containers.length > 0
                    ? { list: after.containers.map(({ name }) => name) }
                    : wordingOf('impact.none'),
              })
            : tell('impactPromise.settings', { pipeline: after.name }),
        ),
      ];
}

function risky(
  code: PromiseChange['code'],
  path: string,
  told: Told,
): PromiseChange {
  return { code, severity: 'risky', path, ...told };
}

function namesOf(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}
