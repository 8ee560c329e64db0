import type {
  AdmissionHook,
  Cluster,
  KubeObject,
} from '../../apiserver/cluster';
import { denied } from '../admission/denied';
import { at, recordOf, textOf } from '../json/read';
import { resources } from '../vocabulary/resources';

const stores = {
  BucketStateStore: resources.bucketStateStores,
  GitStateStore: resources.gitStateStores,
} as const;

/** Kratix's webhooks for Destinations, the one that defaults too (internal/webhook/v1alpha1/destination_webhook.go). @internal */
export function destinationAdmission(cluster: Cluster): AdmissionHook {
  return ({ operation, object, warn }) => {
    if (operation === 'DELETE') {
      return;
    }
    const filepath = recordOf(at(object.spec, 'filepath'));
    if (filepath.mode === 'aggregatedYAML' && !filepath.filename) {
      filepath.filename = 'aggregated.yaml';
    }
    const problem = destinationProblem(cluster, object);
    if (problem !== undefined) {
      throw denied('vdestination.kb.io', problem);
    }
    const warning = storeWarning(cluster, object);
    if (warning !== undefined) {
      warn(warning);
    }
  };
}

function destinationProblem(
  cluster: Cluster,
  { metadata, spec }: KubeObject,
): string | undefined {
  const path = at(spec, 'path');
  const store = at(spec, 'stateStoreRef');
  if (!path) {
    return 'path field is required';
  }
  if (store === undefined) {
    return 'stateStoreRef field is required';
  }
  const isTaken = cluster
    .list(resources.destinations)
    .some(
      other =>
        other.metadata.name !== metadata.name &&
        at(other.spec, 'path') === path &&
        at(other.spec, 'stateStoreRef', 'kind') === at(store, 'kind') &&
        at(other.spec, 'stateStoreRef', 'name') === at(store, 'name'),
    );
  return isTaken
    ? `destination path '${String(
        path,
      )}' already exists for state store '${String(at(store, 'name'))}'`
    : undefined;
}

function storeWarning(
  cluster: Cluster,
  { spec }: KubeObject,
): string | undefined {
  const kind = textOf(at(spec, 'stateStoreRef', 'kind')) ?? '';
  const name = textOf(at(spec, 'stateStoreRef', 'name')) ?? '';
  const gvr = Object.entries(stores).find(([each]) => each === kind)?.[1];
  return gvr && !cluster.get(gvr, { name })
    ? `Warning: referenced ${kind} ${JSON.stringify(name)} does not exist`
    : undefined;
}
