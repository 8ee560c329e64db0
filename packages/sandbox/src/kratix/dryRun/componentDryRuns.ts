import type { KubeObject } from '../../apiserver/cluster';
import { parseAllDocuments } from 'yaml';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { recordOf, textsOf } from '../json/read';
import type { Manifest } from '../manifests/applyManifest';
import { parseManifest } from '../manifests/applyManifest';
import { deterministicName } from '../text/names';
import { labels } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';
import { workFiles } from '../work/workFiles';

/** Raises a preview for each request that a compound Promise's output holds. Answers all of them. @internal */
export function keepComponentDryRuns(
  context: KratixContext,
  dryRun: KubeObject,
  works: readonly KubeObject[],
): readonly KubeObject[] {
  for (const manifest of works.flatMap(componentRequests)) {
    raise(context, dryRun, manifest);
  }
  return findByLabels(context.cluster, resources.dryRuns, {
    namespace: dryRun.metadata.namespace,
    labels: { [labels.dryRunParent]: dryRun.metadata.name },
  });
}

/** The label that the compound workflow stamps on a request is the whole contract. */
function componentRequests(work: KubeObject): readonly Manifest[] {
  return Object.values(workFiles(work))
    .flatMap(text => [...parseAllDocuments(text)])
    .filter(document => document.errors.length === 0)
    .flatMap(document => parseManifest(document.toJS()) ?? [])
    .filter(
      ({ document }) =>
        textsOf(recordOf(document.metadata).labels)[labels.parentResourceName],
    );
}

function raise(
  { cluster, apis }: KratixContext,
  dryRun: KubeObject,
  manifest: Manifest,
): void {
  const api = apis.ofKind(manifest.apiVersion, manifest.kind);
  const { namespace } = dryRun.metadata;
  const name = deterministicName(
    `${dryRun.metadata.name}-${api?.promise ?? ''}-${manifest.name}`,
  );
  if (!api || cluster.get(resources.dryRuns, { namespace, name })) {
    return;
  }
  cluster.create(resources.dryRuns, {
    apiVersion: platformApiVersion,
    kind: 'DryRun',
    metadata: {
      name,
      namespace,
      labels: {
        [labels.dryRunParent]: dryRun.metadata.name,
        [labels.promiseName]: api.promise,
      },
      ownerReferences: [ownedBy(dryRun)],
    },
    spec: {
      promiseRef: { name: api.promise },
      resourceRequestRef: {
        name: manifest.name,
        namespace: manifest.namespace ?? namespace,
      },
      resource: recordOf(manifest.document.spec),
    },
  });
}

/** @internal */
export function ownedBy(dryRun: KubeObject) {
  return {
    apiVersion: dryRun.apiVersion,
    kind: dryRun.kind,
    name: dryRun.metadata.name,
    uid: dryRun.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}
