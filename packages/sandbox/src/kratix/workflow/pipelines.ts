import type { Json } from '../json/read';
import { at, recordOf, recordsOf, textOf, textsOf } from '../json/read';

/** @internal */
export type WorkflowType = 'promise' | 'resource';

/** @internal */
export type WorkflowAction = 'configure' | 'delete';

/** One pipeline of a Promise's workflows. @internal */
export interface Pipeline {
  name: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  spec: Json;
  containers: readonly Json[];
}

/** The pipelines of one workflow, in the order in which they run. @internal */
export function pipelinesOf(
  promiseSpec: unknown,
  type: WorkflowType,
  action: WorkflowAction,
): readonly Pipeline[] {
  return recordsOf(at(promiseSpec, 'workflows', type, action)).map(item => ({
    name: textOf(at(item, 'metadata', 'name')) ?? '',
    labels: textsOf(at(item, 'metadata', 'labels')),
    annotations: textsOf(at(item, 'metadata', 'annotations')),
    spec: recordOf(item.spec),
    containers: recordsOf(at(item, 'spec', 'containers')),
  }));
}

/** Where a Promise wants its pipelines to run, if it says so. @internal */
export function pipelineNamespaceOf(promiseSpec: unknown): string | undefined {
  return (
    textOf(at(promiseSpec, 'workflows', 'config', 'pipelineNamespace')) ||
    undefined
  );
}
