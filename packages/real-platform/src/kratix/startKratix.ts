import { mkdir, readFile } from 'node:fs/promises';
import type { KubernetesObject } from '@kubernetes/client-node';
import { z } from 'zod';
import type { KratixAssets } from '../assets/Programs';
import { applyManifests } from '../cluster/applyManifests';
import type { Connection } from '../cluster/connect';
import { findResourcePath } from '../cluster/findResourcePath';
import type { Cluster } from '../cluster/startCluster';
import type { PlatformFolder } from '../cluster/PlatformFolder';
import { freePort, isPortFree } from '../processes/freePort';
import { startProcess, type ManagedProcess } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import { waitUntil } from '../processes/waitUntil';
import { PIPELINE_ADAPTER_IMAGE } from './buildAdapterImage';
import {
  buildKratixConfig,
  KRATIX_NAMESPACE,
  type KratixSettings,
} from './buildKratixConfig';
import { buildWebhooks } from './buildWebhooks';
import { readCustomResourceDefinitions } from './readCustomResourceDefinitions';

/** Hard-coded in the manager (cmd/main.go `webhook.Options` at ae170e22). */
const WEBHOOK_PORT = 9443;

/**
 * Kratix's own webhook knows its manager by this name: nobody else may delete a
 * Promise's latest revision (internal/webhook/v1alpha1/promiserevision_webhook.go
 * `isKratixController` at ae170e22).
 */
const MANAGER_USER = `system:serviceaccount:${KRATIX_NAMESPACE}:kratix-platform-controller-manager`;

/**
 * Where and with what Kratix runs.
 *
 * @internal
 */
export interface KratixOptions {
  assets: KratixAssets;
  cluster: Cluster;
  folder: PlatformFolder;
  reaper: Reaper;
  settings: KratixSettings;
  readyTimeoutMs: number;
}

/**
 * Installs Kratix's kinds, starts its manager as a process of this machine, and
 * has the API server ask it at admission, as an installation in a cluster does.
 *
 * @internal
 */
export async function startKratix(
  options: KratixOptions,
): Promise<ManagedProcess> {
  const { assets, cluster, settings } = options;
  if (!(await isPortFree(WEBHOOK_PORT))) {
    throw new Error(
      `Port ${WEBHOOK_PORT} of the loopback is taken, and Kratix's manager can use no other for its webhooks; stop what listens there, perhaps another real platform`,
    );
  }
  const definitions = await readCustomResourceDefinitions(assets);
  await applyManifests(cluster.kubectl, [
    ...definitions,
    buildNamespace(),
    buildKratixConfig(settings),
  ]);
  await untilServed(cluster.connection, definitions);

  const manager = await startManager(options);
  await waitUntil(async () => !(await isPortFree(WEBHOOK_PORT)), {
    what: "Kratix's webhooks",
    timeoutMs: options.readyTimeoutMs,
    explain: () => manager.logTail(),
    giveUpWhen: () => manager.assertRunning(),
  });
  const manifests = await readFile(assets.webhookManifests, 'utf8');
  await applyManifests(
    cluster.kubectl,
    buildWebhooks(manifests, {
      url: `https://127.0.0.1:${WEBHOOK_PORT}`,
      certificateAuthority: cluster.authority.certificate,
    }),
  );
  return manager;
}

/** The manager gives up at its start when it cannot find one of its kinds (cmd/main.go at ae170e22). */
async function untilServed(
  connection: Connection,
  definitions: readonly KubernetesObject[],
): Promise<void> {
  for (const definition of definitions) {
    const { spec } = definitionSchema.parse(definition);
    for (const { name } of spec.versions) {
      await findResourcePath(connection, {
        apiVersion: `${spec.group}/${name}`,
        kind: spec.names.kind,
        metadata: {},
      });
    }
  }
}

const definitionSchema = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(z.object({ name: z.string() })),
  }),
});

async function startManager(options: KratixOptions): Promise<ManagedProcess> {
  const { assets, cluster, folder, reaper } = options;
  const probePort = await freePort();
  const kubeconfigPath = await folder.write(
    'kratix-manager.kubeconfig',
    await cluster.kubeconfigFor(MANAGER_USER, ['system:masters']),
  );
  const manager = await startProcess(
    {
      name: 'kratix-manager',
      program: assets.manager,
      logPath: folder.logPath('kratix-manager'),
      args: [
        `--kubeconfig=${kubeconfigPath}`,
        `--metrics-bind-address=0`,
        `--pprof-bind-address=0`,
        `--health-probe-bind-address=127.0.0.1:${probePort}`,
      ],
      env: {
        ...process.env,
        PIPELINE_ADAPTER_IMG: PIPELINE_ADAPTER_IMAGE,
        // Its name at v0.125.0 (api/v1alpha1/pipeline_types.go).
        WC_IMG: PIPELINE_ADAPTER_IMAGE,
        TMPDIR: await writeServingCertificate(options),
      },
    },
    reaper,
  );
  await waitUntil(
    async () => (await fetch(`http://127.0.0.1:${probePort}/readyz`)).ok,
    {
      what: "Kratix's manager",
      timeoutMs: options.readyTimeoutMs,
      explain: () => manager.logTail(),
      giveUpWhen: () => manager.assertRunning(),
    },
  );
  return manager;
}

/** controller-runtime looks for the pair below the folder for temporary files. */
async function writeServingCertificate(
  options: KratixOptions,
): Promise<string> {
  const { folder, cluster } = options;
  const temporary = folder.at('kratix-tmp');
  const serving = 'kratix-tmp/k8s-webhook-server/serving-certs';
  await mkdir(folder.at(serving), { recursive: true });
  const pair = await cluster.authority.issue({ commonName: 'kratix-webhook' });
  await folder.write(`${serving}/tls.crt`, pair.certificate);
  await folder.write(`${serving}/tls.key`, pair.privateKey);
  return temporary;
}

function buildNamespace(): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: KRATIX_NAMESPACE },
  };
}
