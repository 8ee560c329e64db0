import type { KubernetesPrograms } from '../assets/Programs';
import {
  createCertificateAuthority,
  type CertificateAuthority,
} from '../certificates/CertificateAuthority';
import type { ManagedProcess } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import { waitUntil } from '../processes/waitUntil';
import type { Kubectl } from './runKubectl';
import { buildKubeconfig } from './buildKubeconfig';
import { connect, type Connection } from './connect';
import type { PlatformFolder } from './PlatformFolder';
import { startApiServer } from './startApiServer';
import { startControllerManager } from './startControllerManager';
import { startEtcd } from './startEtcd';

/**
 * A bare Kubernetes control plane.
 *
 * @internal
 */
export interface Cluster {
  url: string;
  authority: CertificateAuthority;
  /** As a cluster administrator. */
  connection: Connection;
  /** Likewise. */
  kubectl: Kubectl;
  auditLogPath: string;
  /** In the order of their start; stop them in the other. */
  processes: ManagedProcess[];
  /** A kubeconfig of a user; the name also shows in the audit log. */
  kubeconfigFor(user: string, groups?: readonly string[]): Promise<string>;
}

/** The group that the API server lets do everything [kubernetes: rbac bootstrap policy]. */
const ADMINISTRATORS = ['system:masters'];

/**
 * Starts etcd, the API server and the controllers, and waits until a Pod could
 * be created.
 *
 * @internal
 */
export async function startCluster(options: {
  programs: KubernetesPrograms;
  folder: PlatformFolder;
  reaper: Reaper;
  readyTimeoutMs: number;
}): Promise<Cluster> {
  const { programs, folder, reaper, readyTimeoutMs } = options;
  const authority = await createCertificateAuthority(new Date());
  const authorityPath = await folder.write('ca.crt', authority.certificate);

  const shared = { folder, authority, authorityPath, reaper };
  const etcd = await startEtcd({ ...shared, program: programs.etcd });
  const apiServer = await startApiServer({
    ...shared,
    program: programs.kubeApiserver,
    etcd,
    readyTimeoutMs,
  });

  const kubeconfigFor = async (user: string, groups?: readonly string[]) => {
    const pair = await authority.issue({
      commonName: user,
      organizations: groups,
    });
    return buildKubeconfig({
      name: 'real-platform',
      server: apiServer.url,
      certificateAuthority: authority.certificate,
      clientCertificate: pair.certificate,
      clientKey: pair.privateKey,
    });
  };
  const adminKubeconfig = await kubeconfigFor('admin', ADMINISTRATORS);
  const connection = connect(adminKubeconfig);
  const controllerManager = await startControllerManager({
    program: programs.kubeControllerManager,
    folder,
    kubeconfigPath: await folder.write(
      'kube-controller-manager.kubeconfig',
      await kubeconfigFor('system:kube-controller-manager'),
    ),
    authorityPath,
    serviceAccountKeyPath: apiServer.serviceAccountKeyPath,
    reaper,
  });
  await waitForControllers(connection, controllerManager, readyTimeoutMs);

  return {
    url: apiServer.url,
    authority,
    connection,
    kubectl: {
      program: programs.kubectl,
      kubeconfigPath: await folder.write('admin.kubeconfig', adminKubeconfig),
    },
    auditLogPath: apiServer.auditLogPath,
    processes: [etcd.process, apiServer.process, controllerManager],
    kubeconfigFor,
  };
}

/**
 * Pods need the service account of their namespace and the authority's
 * certificate; once both are in "default" the controllers are at work.
 */
async function waitForControllers(
  connection: Connection,
  controllerManager: ManagedProcess,
  timeoutMs: number,
): Promise<void> {
  const inDefault = { namespace: 'default' };
  await waitUntil(
    async () => {
      await connection.core.readNamespacedServiceAccount({
        ...inDefault,
        name: 'default',
      });
      await connection.core.readNamespacedConfigMap({
        ...inDefault,
        name: 'kube-root-ca.crt',
      });
      return true;
    },
    {
      what: 'the service account and the root certificate of namespace default',
      timeoutMs,
      explain: () => controllerManager.logTail(),
      giveUpWhen: () => controllerManager.assertRunning(),
    },
  );
}
