import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { changeObject } from '../status';
import { annotations, labels } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';
import { revisionName, versionOf } from '../revision/revisions';

/** Keeps the revision of the Promise's current version, and makes it the latest. @internal */
export function keepRevision(
  { cluster, events }: KratixContext,
  promise: KubeObject,
): void {
  const version = versionOf(promise);
  const name = revisionName(promise.metadata.name, version);
  const spec = {
    promiseRef: { name: promise.metadata.name },
    promiseSpec: promise.spec,
    version,
  };
  const existing = cluster.get(resources.promiseRevisions, { name });
  if (existing) {
    changeObject(cluster, resources.promiseRevisions, existing, draft => {
      draft.spec = spec;
      draft.metadata.labels = labelsFor(promise, draft);
    });
    return;
  }
  const interval =
    promise.metadata.annotations?.[annotations.reconciliationInterval];
  cluster.create(resources.promiseRevisions, {
    apiVersion: platformApiVersion,
    kind: 'PromiseRevision',
    metadata: {
      name,
      labels: labelsFor(promise),
      ...(interval && {
        annotations: { [annotations.reconciliationInterval]: interval },
      }),
      ownerReferences: [
        {
          apiVersion: promise.apiVersion,
          kind: promise.kind,
          name: promise.metadata.name,
          uid: promise.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec,
  });
  events.record(promise, {
    controller: 'PromiseController',
    type: 'Normal',
    reason: 'RevisionCreated',
    note: `Revision ${name} created`,
  });
}

function labelsFor(
  promise: KubeObject,
  revision?: KubeObject,
): Record<string, string> {
  return {
    ...revision?.metadata.labels,
    [labels.promiseName]: promise.metadata.name,
    [labels.latestRevision]: 'true',
  };
}
