import {
  kratixLabels,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WorkflowTarget } from '../service/WorkflowReader';

/**
 * Where Kratix runs what no request asked for: the workflows of Promises (kratix-domain 0, 3.1).
 * @internal
 */
export const SYSTEM_NAMESPACE = 'kratix-platform-system';

/**
 * Where the Jobs and Pods of one workflow are, and which they are.
 * @internal
 */
export interface WorkflowAddress {
  readonly namespace: string;
  /** Labels that each of them has (kratix-domain 3.1). */
  readonly labels: Readonly<Record<string, string>>;
}

/** @internal */
export function toWorkflowAddress(
  target: WorkflowTarget,
  { workflows }: Pick<KratixPromise, 'workflows'>,
): WorkflowAddress {
  const { pipelineNamespace } = workflows;
  const common = {
    [kratixLabels.promiseName]: target.promise,
    [kratixLabels.workflowType]:
      target.type === 'request' ? 'resource' : 'promise',
  };
  if (target.type === 'promise') {
    return { namespace: pipelineNamespace ?? SYSTEM_NAMESPACE, labels: common };
  }
  return {
    namespace: pipelineNamespace ?? target.namespace,
    labels: {
      ...common,
      [kratixLabels.resourceName]: target.name,
      // Kratix tells the request's namespace only where its Pods live in another one.
      ...(pipelineNamespace && {
        [kratixLabels.resourceNamespace]: target.namespace,
      }),
    },
  };
}

/** @internal */
export function toLabelSelector({ labels }: WorkflowAddress): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** @internal */
export function isOfWorkflow(
  object: {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  },
  address: WorkflowAddress,
): boolean {
  return (
    object.namespace === address.namespace &&
    Object.entries(address.labels).every(
      ([key, value]) => object.labels[key] === value,
    )
  );
}
