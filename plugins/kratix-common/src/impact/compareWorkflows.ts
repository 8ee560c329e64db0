import type { PipelineSpec, PromiseWorkflows } from '../model';
import type { PromiseChange } from './PromiseChange';
import { comparePipeline } from './comparePipeline';
import { namePipeline, nameSteps, nameWorkflow } from './namePipeline';
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
    ...compareIntervals(before, after),
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

function compareIntervals(
  { reconciliationInterval: before }: PromiseWorkflows,
  { reconciliationInterval: after }: PromiseWorkflows,
): PromiseChange[] {
  const name = (interval?: string) =>
    interval
      ? wordingOf('impactPromise.everyInterval', { interval })
      : wordingOf('impactPromise.ownInterval');
  return before === after
    ? []
    : [
        risky(
          'pipeline-changed',
          'spec.workflows.config.reconciliationInterval',
          tell('impactPromise.interval', {
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
      .map(({ name, containers }) =>
        risky(
          'pipeline-added',
          `${path}.${name}`,
          tell('impactPromise.pipelineAdded', {
            pipeline: namePipeline(path, name),
            steps: nameSteps(containers),
          }),
        ),
      ),
    ...before
      .filter(({ name }) => !find(after, name))
      .map(({ name }) =>
        risky(
          'pipeline-removed',
          `${path}.${name}`,
          tell('impactPromise.pipelineRemoved', {
            pipeline: namePipeline(path, name),
          }),
        ),
      ),
    ...(namesOf(kept) === namesOf(keptBefore)
      ? []
      : [
          risky(
            'pipelines-reordered',
            path,
            tell('impactPromise.pipelinesReordered', {
              workflow: nameWorkflow(path),
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

function namesOf(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}

function risky(
  code: PromiseChange['code'],
  path: string,
  told: Told,
): PromiseChange {
  return { code, severity: 'risky', path, ...told };
}
