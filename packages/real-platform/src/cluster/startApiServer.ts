import { request } from 'node:https';
import {
  createSigningKeys,
  type CertificateAuthority,
} from '../certificates/CertificateAuthority';
import { freePort } from '../processes/freePort';
import { startProcess, type ManagedProcess } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import { waitUntil } from '../processes/waitUntil';
import { buildAuditPolicy } from './auditPolicy';
import type { Etcd } from './startEtcd';
import type { PlatformFolder } from './PlatformFolder';

/**
 * The API server, ready to answer.
 *
 * @internal
 */
export interface ApiServer {
  process: ManagedProcess;
  url: string;
  auditLogPath: string;
  /** Signs the tokens of service accounts; the controllers need it too. */
  serviceAccountKeyPath: string;
}

/**
 * What the API server is started with.
 *
 * @internal
 */
export interface ApiServerOptions {
  program: string;
  folder: PlatformFolder;
  authority: CertificateAuthority;
  authorityPath: string;
  etcd: Etcd;
  reaper: Reaper;
  readyTimeoutMs: number;
}

/**
 * Starts the API server with the authorisation, the admission and the audit of
 * a cluster in use: RBAC alone, its default admission plug-ins, a log of every
 * request.
 *
 * @internal
 */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<ApiServer> {
  const { folder } = options;
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const signingKeys = await createSigningKeys();
  const serviceAccountKeyPath = await folder.write(
    'service-account.key',
    signingKeys.privateKey,
  );
  const serviceAccountPublicKeyPath = await folder.write(
    'service-account.pub',
    signingKeys.publicKey,
  );
  const auditLogPath = folder.at('audit.log');
  const process = await startProcess(
    {
      name: 'kube-apiserver',
      program: options.program,
      logPath: folder.logPath('kube-apiserver'),
      args: await buildArguments(options, {
        port,
        url,
        serviceAccountKeyPath,
        serviceAccountPublicKeyPath,
        auditLogPath,
      }),
    },
    options.reaper,
  );
  await waitUntil(() => isReady(url, options.authority.certificate), {
    what: `the API server at ${url}/readyz`,
    timeoutMs: options.readyTimeoutMs,
    explain: () => process.logTail(),
    giveUpWhen: () => {
      options.etcd.process.assertRunning();
      process.assertRunning();
    },
  });
  return { process, url, auditLogPath, serviceAccountKeyPath };
}

async function buildArguments(
  options: ApiServerOptions,
  own: {
    port: number;
    url: string;
    serviceAccountKeyPath: string;
    serviceAccountPublicKeyPath: string;
    auditLogPath: string;
  },
): Promise<string[]> {
  const { folder, authority, authorityPath, etcd } = options;
  const serving = await folder.writeKeyPair(
    'kube-apiserver',
    await authority.issue({ commonName: 'kube-apiserver' }),
  );
  const kubeletClient = await folder.writeKeyPair(
    'kube-apiserver-kubelet-client',
    await authority.issue({ commonName: 'kube-apiserver-kubelet-client' }),
  );
  const auditPolicyPath = await folder.write(
    'audit-policy.yaml',
    buildAuditPolicy(),
  );
  return [
    `--bind-address=127.0.0.1`,
    `--secure-port=${own.port}`,
    // Without it a machine that has no default route cannot start the server.
    `--advertise-address=127.0.0.1`,
    // The loopback may not stand in the endpoints of the service "kubernetes".
    `--endpoint-reconciler-type=none`,
    `--etcd-servers=${etcd.url}`,
    `--etcd-cafile=${authorityPath}`,
    `--etcd-certfile=${etcd.certificatePath}`,
    `--etcd-keyfile=${etcd.privateKeyPath}`,
    `--cert-dir=${folder.at('kube-apiserver-certs')}`,
    `--tls-cert-file=${serving.certificatePath}`,
    `--tls-private-key-file=${serving.privateKeyPath}`,
    `--client-ca-file=${authorityPath}`,
    `--kubelet-certificate-authority=${authorityPath}`,
    `--kubelet-client-certificate=${kubeletClient.certificatePath}`,
    `--kubelet-client-key=${kubeletClient.privateKeyPath}`,
    `--service-account-issuer=${own.url}`,
    `--service-account-key-file=${own.serviceAccountPublicKeyPath}`,
    `--service-account-signing-key-file=${own.serviceAccountKeyPath}`,
    `--service-cluster-ip-range=10.96.0.0/16`,
    `--authorization-mode=RBAC`,
    `--audit-policy-file=${auditPolicyPath}`,
    `--audit-log-path=${own.auditLogPath}`,
    `--audit-log-mode=blocking`,
    `--allow-privileged=true`,
  ];
}

async function isReady(url: string, ca: string): Promise<boolean> {
  return await new Promise<boolean>((resolve, reject) => {
    const probe = request(`${url}/readyz`, { ca }, response => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    probe.setTimeout(2000, () => probe.destroy(new Error('no answer in 2 s')));
    probe.once('error', reject);
    probe.end();
  });
}
