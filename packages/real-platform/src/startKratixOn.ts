import type { KratixAssets } from './assets/Programs';
import { applyManifests } from './cluster/applyManifests';
import type { PlatformFolder } from './cluster/PlatformFolder';
import type { Cluster } from './cluster/startCluster';
import { startDelivery } from './delivery/startDelivery';
import type { KratixSettings } from './kratix/buildKratixConfig';
import { readCustomResourceDefinitions } from './kratix/readCustomResourceDefinitions';
import { startKratix } from './kratix/startKratix';
import type { Reaper } from './processes/Reaper';
import { BUCKET, buildDestinations } from './store/buildDestinations';
import type { ObjectStoreControls } from './store/ObjectStore';
import { withoutUndeclared } from './store/withoutUndeclared';

/**
 * Ends one part; called in the opposite order of the starts.
 *
 * @internal
 */
export type Stop = () => Promise<void>;

/**
 * Starts Kratix on a cluster, with Destinations in our store, and whoever
 * delivers from there. What has to end later is put on `stops` as it starts.
 *
 * @internal
 */
export async function startKratixOn(parts: {
  assets: KratixAssets;
  cluster: Cluster;
  store: ObjectStoreControls;
  storeKeys: { accessKeyId: string; secretAccessKey: string };
  folder: PlatformFolder;
  reaper: Reaper;
  stops: Stop[];
  settings: KratixSettings;
  readyTimeoutMs: number;
  deliverFrom: string | undefined;
  report: (sentence: string, error: unknown) => void;
}): Promise<void> {
  const { assets, cluster, store, stops, deliverFrom } = parts;
  const manager = await startKratix(parts);
  stops.push(() => manager.stop());
  const definitions = await readCustomResourceDefinitions(assets);
  const destinations = buildDestinations({
    endpoint: store.endpoint,
    ...parts.storeKeys,
  });
  await applyManifests(
    cluster.kubectl,
    destinations.map(object => withoutUndeclared(object, definitions)),
  );
  if (deliverFrom) {
    const delivery = startDelivery({
      store,
      bucket: BUCKET,
      folder: deliverFrom,
      kubectl: cluster.kubectl,
      report: parts.report,
    });
    stops.push(() => delivery.stop());
  }
}
