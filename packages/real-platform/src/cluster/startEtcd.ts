import type { CertificateAuthority } from '../certificates/CertificateAuthority';
import { freePort } from '../processes/freePort';
import { startProcess, type ManagedProcess } from '../processes/ManagedProcess';
import type { Reaper } from '../processes/Reaper';
import type { PlatformFolder } from './PlatformFolder';

/**
 * etcd, and how to reach it.
 *
 * @internal
 */
export interface Etcd {
  process: ManagedProcess;
  url: string;
  /** The pair that etcd accepts from a client, and that etcd itself shows. */
  certificatePath: string;
  privateKeyPath: string;
}

/**
 * Starts etcd. It asks for a client certificate even on the loopback: other
 * users of the machine must not read a cluster's secrets past the API server.
 *
 * @internal
 */
export async function startEtcd(options: {
  program: string;
  folder: PlatformFolder;
  authority: CertificateAuthority;
  authorityPath: string;
  reaper: Reaper;
}): Promise<Etcd> {
  const { folder, authorityPath } = options;
  const pair = await folder.writeKeyPair(
    'etcd',
    await options.authority.issue({ commonName: 'etcd' }),
  );
  const url = `https://127.0.0.1:${await freePort()}`;
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const process = await startProcess(
    {
      name: 'etcd',
      program: options.program,
      logPath: folder.logPath('etcd'),
      args: [
        `--name=real-platform`,
        `--data-dir=${folder.at('etcd')}`,
        `--listen-client-urls=${url}`,
        `--advertise-client-urls=${url}`,
        `--listen-peer-urls=${peerUrl}`,
        `--initial-advertise-peer-urls=${peerUrl}`,
        `--initial-cluster=real-platform=${peerUrl}`,
        `--cert-file=${pair.certificatePath}`,
        `--key-file=${pair.privateKeyPath}`,
        `--client-cert-auth=true`,
        `--trusted-ca-file=${authorityPath}`,
        // The data does not outlive the run, so a power cut may have it.
        `--unsafe-no-fsync=true`,
        `--log-level=warn`,
      ],
    },
    options.reaper,
  );
  return { process, url, ...pair };
}
