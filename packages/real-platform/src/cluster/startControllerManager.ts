import { startProcess, type ManagedProcess } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import type { PlatformFolder } from './PlatformFolder';

/**
 * The controllers that a Kratix platform leans on, by their names in
 * kube-controller-manager 1.36 (cmd/kube-controller-manager/names).
 */
const CONTROLLERS = [
  'clusterrole-aggregation-controller',
  'cronjob-controller',
  'garbage-collector-controller',
  'job-controller',
  'namespace-controller',
  'root-ca-certificate-publisher-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'ttl-after-finished-controller',
] as const;

/**
 * Starts the real controllers for Jobs, owner garbage collection, namespaces and
 * service accounts: nothing about Jobs is pretended, only where a Pod runs.
 *
 * @internal
 */
export async function startControllerManager(options: {
  program: string;
  folder: PlatformFolder;
  kubeconfigPath: string;
  authorityPath: string;
  serviceAccountKeyPath: string;
  reaper: Reaper;
}): Promise<ManagedProcess> {
  const { folder } = options;
  return await startProcess(
    {
      name: 'kube-controller-manager',
      program: options.program,
      logPath: folder.logPath('kube-controller-manager'),
      args: [
        `--kubeconfig=${options.kubeconfigPath}`,
        `--authentication-kubeconfig=${options.kubeconfigPath}`,
        `--authorization-kubeconfig=${options.kubeconfigPath}`,
        `--controllers=${CONTROLLERS.join(',')}`,
        `--use-service-account-credentials=true`,
        `--service-account-private-key-file=${options.serviceAccountKeyPath}`,
        `--root-ca-file=${options.authorityPath}`,
        `--leader-elect=false`,
        `--cert-dir=${folder.at('kube-controller-manager-certs')}`,
        // 0 switches its own web server off; nobody asks it anything.
        `--secure-port=0`,
        // The defaults suit a busy cluster; here a test waits.
        `--kube-api-qps=200`,
        `--kube-api-burst=400`,
      ],
    },
    options.reaper,
  );
}
