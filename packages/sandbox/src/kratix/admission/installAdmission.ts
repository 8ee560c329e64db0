import type { Cluster } from '../../apiserver/cluster';
import { destinationAdmission } from '../destination/destinationAdmission';
import { promiseAdmission } from '../promise/promiseAdmission';
import { releaseAdmission } from '../release/releaseAdmission';
import { revisionAdmission } from '../revision/revisionAdmission';
import { bucketStoreAdmission } from '../stateStore/bucketStoreAdmission';
import { resources } from '../vocabulary/resources';

/** Kratix's webhooks, all of config/webhook/manifests.yaml. @internal */
export function installAdmission(cluster: Cluster): void {
  cluster.addAdmission(resources.promises, promiseAdmission(cluster));
  cluster.addAdmission(resources.promiseRevisions, revisionAdmission);
  cluster.addAdmission(resources.promiseReleases, releaseAdmission(cluster));
  cluster.addAdmission(resources.destinations, destinationAdmission(cluster));
  cluster.addAdmission(resources.bucketStateStores, bucketStoreAdmission);
}
