import type { KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { recordOf } from '../json/read';
import { changeObject, changeStatus } from '../status';
import { resources } from '../vocabulary/resources';
import { parsePromiseApi } from './promiseApi';
import { buildPromiseCrd } from './promiseCrd';

/** Installs or updates the CRD of a Promise, and writes its kind into the status. @internal */
export function keepCrd(
  context: KratixContext,
  promise: KubeObject,
): { kind: 'ready' | 'waiting'; promise: KubeObject } {
  const { cluster } = context;
  const crd = buildPromiseCrd(promise);
  const api = parsePromiseApi(promise);
  if (!crd) {
    return { kind: 'ready', promise };
  }
  if (!api) {
    throw new Error('spec.api is not a valid CRD');
  }
  const existing = cluster.get(resources.crds, { name: api.crdName });
  const wanted = recordOf(crd.spec);
  const installed = existing
    ? changeObject(cluster, resources.crds, existing, draft => {
        draft.spec = {
          ...recordOf(draft.spec),
          versions: wanted.versions,
          ...(wanted.conversion !== undefined && {
            conversion: wanted.conversion,
          }),
          ...(wanted.preserveUnknownFields !== undefined && {
            preserveUnknownFields: wanted.preserveUnknownFields,
          }),
        };
        draft.metadata.labels = {
          ...draft.metadata.labels,
          ...crd.metadata.labels,
        };
      })
    : cluster.create(resources.crds, crd);
  const fresh = cluster.get(resources.crds, { name: api.crdName }) ?? installed;
  if (findCondition(fresh.status, 'Established')?.status !== 'True') {
    return { kind: 'waiting', promise };
  }
  const apiVersion = api.apiVersion.toLowerCase();
  const after = changeStatus(cluster, resources.promises, promise, status => {
    status.kind = api.kind;
    status.apiVersion = apiVersion;
    status.kratix = { ...recordOf(status.kratix), kind: api.kind, apiVersion };
  });
  return { kind: 'ready', promise: after };
}
