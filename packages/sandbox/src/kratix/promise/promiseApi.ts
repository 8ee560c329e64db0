import type { Gvr, KubeObject } from '../../apiserver/cluster';
import type { Json } from '../json/read';
import { at, isRecord, recordOf, recordsOf, textOf } from '../json/read';

/** The type that a Promise brings. @internal */
export interface PromiseApi {
  promise: string;
  crdName: string;
  gvr: Gvr;
  kind: string;
  apiVersion: string;
}

/** `spec.api` if there is one; Kratix counts absent, null and `{}` as none (api/v1alpha1/promise_types.go). @internal */
export function rawApi(promise: KubeObject): Json | undefined {
  const api = at(promise, 'spec', 'api');
  return isRecord(api) && Object.keys(api).length > 0 ? api : undefined;
}

/** Reads the type of a Promise; the storage version, or the first. Undefined without a usable API. @internal */
export function parsePromiseApi(promise: KubeObject): PromiseApi | undefined {
  const api = rawApi(promise);
  const spec = recordOf(api?.spec);
  const versions = recordsOf(spec.versions);
  const version = textOf(
    (versions.find(({ storage }) => storage === true) ?? versions[0])?.name,
  );
  const group = textOf(spec.group);
  const resource = textOf(at(spec, 'names', 'plural'));
  const kind = textOf(at(spec, 'names', 'kind'));
  const crdName = textOf(at(api, 'metadata', 'name'));
  if (!version || !group || !resource || !kind || !crdName) {
    return undefined;
  }
  return {
    promise: promise.metadata.name,
    crdName,
    gvr: { group, version, resource },
    kind,
    apiVersion: `${group}/${version}`,
  };
}
