import type { KubeObject, NewKubeObject } from '../../apiserver/cluster';
import { at, recordOf, textsOf } from '../json/read';
import { finalizers } from '../vocabulary/labels';

/** The Pod that the Job controller makes of a Job. @internal */
export function buildPod(job: KubeObject, suffix: string): NewKubeObject {
  const { name, namespace, uid } = job.metadata;
  const template = at(job.spec, 'template');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${suffix}`,
      namespace,
      generateName: `${name}-`,
      labels: {
        ...textsOf(at(template, 'metadata', 'labels')),
        'batch.kubernetes.io/controller-uid': uid,
        'batch.kubernetes.io/job-name': name,
        'controller-uid': uid,
        'job-name': name,
      },
      finalizers: [finalizers.jobTracking],
      annotations: textsOf(at(template, 'metadata', 'annotations')),
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { ...recordOf(at(template, 'spec')), nodeName: 'sandbox' },
  };
}
