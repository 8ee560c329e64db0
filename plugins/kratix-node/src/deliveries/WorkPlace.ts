import {
  kratixLabels,
  type KratixPromise,
  type Work,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { selectWorks } from '../requests/fetchDelivery';
import type { DeliveryTarget } from '../service/DeliveryClient';
import {
  SYSTEM_NAMESPACE,
  toLabelSelector,
  toWorkflowAddress,
} from '../workflows/WorkflowAddress';

/**
 * Where the Works of a request, or those of a Promise itself, are, and how they are told from others.
 * @internal
 */
export interface WorkPlace {
  readonly namespaces: readonly string[];
  readonly labelSelector: string;
  /** Of the Jobs and Pods of its workflows (kratix-domain 3.1): their names cannot be told apart. */
  readonly workflowSelector: string;
  readonly isOwn: (work: Work) => boolean;
}

/** @internal */
export function findWorkPlace(
  { promise, request }: DeliveryTarget,
  { workflows }: Pick<KratixPromise, 'workflows'>,
): WorkPlace {
  const { pipelineNamespace } = workflows;
  const workflowSelector = toLabelSelector(
    toWorkflowAddress(
      request
        ? { type: 'request', promise, ...request }
        : { type: 'promise', promise },
      { workflows },
    ),
  );
  if (!request) {
    const types = ['promise', 'static-dependency'];
    return {
      namespaces: [
        ...new Set([SYSTEM_NAMESPACE, pipelineNamespace ?? SYSTEM_NAMESPACE]),
      ],
      labelSelector: `${kratixLabels.promiseName}=${promise},${
        kratixLabels.workType
      } in (${types.join(',')})`,
      workflowSelector,
      isOwn: work =>
        work.promiseName === promise && types.includes(work.workType ?? ''),
    };
  }
  return {
    namespaces: [pipelineNamespace ?? request.namespace],
    labelSelector: selectWorks({ promise, ...request, pipelineNamespace }),
    workflowSelector,
    isOwn: ({ labels, workType, resourceName, promiseName }) =>
      promiseName === promise &&
      resourceName === request.name &&
      workType === 'resource' &&
      labels[kratixLabels.dryRun] !== 'true' &&
      (!pipelineNamespace ||
        labels[kratixLabels.resourceNamespace] === request.namespace),
  };
}
