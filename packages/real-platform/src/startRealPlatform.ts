import type { Means } from './assets/findMeans';
import type { KratixAssets } from './assets/Programs';
import { createPlatformFolder } from './cluster/PlatformFolder';
import { readAuditLog } from './cluster/readAuditLog';
import { startCluster, type Cluster } from './cluster/startCluster';
import type { KratixSettings } from './kratix/buildKratixConfig';
import {
  buildAdapterImage,
  PIPELINE_ADAPTER_IMAGE,
} from './kratix/buildAdapterImage';
import { createEventRecorder } from './kubelet/EventRecorder';
import type { HostImage } from './kubelet/ImageMap';
import { startKubelet } from './kubelet/startKubelet';
import { startReaper } from './processes/Reaper';
import type { RealPlatform } from './RealPlatform';
import { startKratixOn, type Stop } from './startKratixOn';
import { BUCKET, READ_ONLY_BUCKET } from './store/buildDestinations';
import { startObjectStore } from './store/startObjectStore';

/**
 * What to start, and how.
 *
 * @public
 */
export interface RealPlatformOptions {
  means: Means;
  /** Image reference → programs of this machine. */
  images?: Readonly<Record<string, HostImage>>;
  /** `omitted` starts Kubernetes and the store alone. */
  kratix?: 'required' | 'omitted';
  kratixSettings?: KratixSettings;
  /** Folder of the bucket whose files are applied to the platform itself. */
  deliverFrom?: string;
  /** The kubelet's own is 10 s, which makes every failing pipeline slow. */
  restartBackoffMs?: number;
  /** How long each part may take to become ready. */
  readyTimeoutMs?: number;
  /** Told what an operator should know; errors of the kubelet come here too. */
  report?: (sentence: string, error: unknown) => void;
}

const NODE_NAME = 'real-platform';
const STORE_KEYS = {
  accessKeyId: 'real-platform',
  secretAccessKey: 'real-platform-secret',
};

/**
 * Starts a whole platform on the loopback. Whatever happens, nothing stays: a
 * start that fails stops what it had started, and a process that dies is
 * cleaned up after.
 *
 * @public
 */
export async function startRealPlatform(
  options: RealPlatformOptions,
): Promise<RealPlatform> {
  const folder = await createPlatformFolder();
  const reaper = startReaper(folder.path);
  const stops: Stop[] = [() => folder.remove(), () => reaper.close()];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
  };
  try {
    return await startParts({ options, folder, reaper, stops, close });
  } catch (error) {
    await close();
    throw error;
  }
}

interface SharedParts {
  options: RealPlatformOptions;
  folder: Awaited<ReturnType<typeof createPlatformFolder>>;
  reaper: ReturnType<typeof startReaper>;
  stops: Stop[];
  close: Stop;
}

async function startParts(shared: SharedParts): Promise<RealPlatform> {
  const { options, folder, reaper, stops } = shared;
  const kratix = requireKratix(options);
  const readyTimeoutMs = options.readyTimeoutMs ?? 60_000;
  const clock = () => new Date();

  const cluster = await startCluster({
    programs: options.means.programs,
    folder,
    reaper,
    readyTimeoutMs,
  });
  stops.push(...cluster.processes.map(process => () => process.stop()));

  const images = buildImages(options, kratix);
  const kubelet = await startNode({ cluster, images, clock, ...shared });
  stops.push(() => kubelet.stop());

  const store = await startObjectStore({
    buckets: [BUCKET],
    readOnlyBuckets: [READ_ONLY_BUCKET],
    accessKeyId: STORE_KEYS.accessKeyId,
    clock,
  });
  stops.push(() => store.close());

  if (kratix) {
    await startKratixOn({
      ...{ assets: kratix, cluster, store, folder, reaper, stops },
      storeKeys: STORE_KEYS,
      settings: options.kratixSettings ?? {},
      readyTimeoutMs,
      deliverFrom: options.deliverFrom,
      report: options.report ?? reportToStandardError,
    });
  }

  return {
    kind: 'processes',
    kubeconfigPath: cluster.kubectl.kubeconfigPath,
    url: cluster.url,
    kubeconfigFor: cluster.kubeconfigFor,
    auditLog: () => readAuditLog(cluster.auditLogPath),
    auditLogPath: cluster.auditLogPath,
    images,
    store,
    logFolder: folder.at('logs'),
    kubectl: cluster.kubectl.program,
    close: shared.close,
  };
}

function startNode(
  parts: SharedParts & {
    cluster: Cluster;
    images: Map<string, HostImage>;
    clock: () => Date;
  },
): ReturnType<typeof startKubelet> {
  const { cluster, options, clock } = parts;
  return startKubelet({
    context: {
      connection: cluster.connection,
      events: createEventRecorder(cluster.connection, NODE_NAME, clock),
      images: parts.images,
      nodeName: NODE_NAME,
      folder: parts.folder.at('pods'),
      apiServer: splitUrl(cluster),
      restartBackoffMs: options.restartBackoffMs ?? 1000,
      retryMs: 1000,
      reaper: parts.reaper,
      clock,
      report: options.report ?? reportToStandardError,
    },
    authority: cluster.authority,
  });
}

function reportToStandardError(sentence: string, error: unknown): void {
  process.stderr.write(`${sentence}: ${error}\n`);
}

function requireKratix(options: RealPlatformOptions): KratixAssets | undefined {
  if (options.kratix === 'omitted') {
    return undefined;
  }
  const { kratix } = options.means;
  if (!kratix.ok) {
    throw new Error(`There is no Kratix to start: ${kratix.problem}`);
  }
  return kratix.value;
}

function buildImages(
  options: RealPlatformOptions,
  kratix: KratixAssets | undefined,
): Map<string, HostImage> {
  const images = new Map(Object.entries(options.images ?? {}));
  if (kratix) {
    images.set(
      PIPELINE_ADAPTER_IMAGE,
      buildAdapterImage(kratix, options.means.programs),
    );
  }
  return images;
}

function splitUrl(cluster: Cluster): { host: string; port: string } {
  const { hostname, port } = new URL(cluster.url);
  return { host: hostname, port };
}
