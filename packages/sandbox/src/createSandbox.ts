import type { Clock } from './apiserver/clock';
import type { Cluster } from './apiserver/cluster';
import { createEmbeddedCluster } from './apiserver/createCluster';
import type { User } from './apiserver/auth/User';
import type { Fault } from './apiserver/faults/Fault';
import type { AuditEntry } from './apiserver/http/RequestLog';
import { startApiServer } from './apiserver/http/startApiServer';
import { openStateFile } from './apiserver/storage/StateFile';
import { buildKubeconfig } from './kubeconfig/buildKubeconfig';
import {
  installKratix,
  loadManifests,
  overlayManifests,
  readManifests,
} from './kratix';
import type { KratixOptions } from './kratix';
import { createIdentity, readIdentity } from './kubeconfig/identity';

/** @public */
export interface SandboxOptions {
  /** A free one when absent. */
  port?: number;
  clock?: Clock;
  /** Where the objects are that a fresh sandbox starts with. */
  examplesDir?: string;
  /** More folders and files of objects to start with; one of the same kind and name replaces the earlier. */
  examples?: readonly string[];
  /** Starts without examples. */
  empty?: boolean;
  /** Opens `/_sandbox/…`, where tests cause faults. */
  admin?: boolean;
  /** Keeps the objects in this file across restarts. */
  stateFile?: string;
  /** The name of the platform, as the kubeconfig calls it. */
  name?: string;
  /** `rbac` evaluates the stored roles; members of `system:masters` may do everything in either case. */
  authorization?: 'allow-all' | 'rbac';
  /** More users, by bearer token. */
  tokens?: Readonly<
    Record<string, { user: string; groups?: readonly string[] }>
  >;
  /** The kubeconfig of an earlier run: its token and certificate stay valid, so that clients can go on. */
  resumeFrom?: string;
  /** How many changes a watch can look back. */
  historyLimit?: number;
  bookmarkIntervalMs?: number;
  /** How Kratix is played. */
  kratix?: KratixOptions;
  log?: (message: string) => void;
}

/** @public */
export interface Sandbox {
  /** Plain HTTP, for tests; the kubeconfig uses HTTPS on the same port. */
  readonly url: string;
  readonly port: number;
  /** YAML for a client; its only user may do everything. */
  readonly kubeconfig: string;
  readonly cluster: Cluster;
  /** What clients asked. */
  readonly requests: {
    counts(): Record<string, number>;
    entries(): readonly AuditEntry[];
    reset(): void;
  };
  readonly faults: { add(fault: Fault): void; clear(): void };
  /** Breaks every open connection; returns how many there were. */
  dropConnections(): number;
  /** Forgets the history, so that watches that resume are told 410. */
  expireHistory(): void;
  close(): Promise<void>;
}

/**
 * Starts a pretend Kratix platform in this process.
 * @public
 */
export async function createSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  // eslint-disable-next-line no-console
  const log = options.log ?? (message => console.warn(message));
  const state = options.stateFile
    ? openStateFile(options.stateFile, log)
    : undefined;
  const restored = state?.read();
  const cluster = createEmbeddedCluster({
    clock: options.clock,
    historyLimit: options.historyLimit,
    log,
    restored,
    keptLogs: restored?.logs,
  });
  const kratix = installKratix(cluster, {
    onProblem: ({ controller, key, error }) =>
      log(`sandbox: ${controller} failed on ${key}: ${String(error)}`),
    ...options.kratix,
  });
  const identity =
    readIdentity(options.resumeFrom ?? '') ??
    createIdentity(cluster.clock.now());
  const server = await startApiServer({
    cluster,
    port: options.port ?? 0,
    certificate: identity.certificate,
    tokens: toUsers(identity.token, options.tokens ?? {}),
    authorization: options.authorization ?? 'allow-all',
    admin: options.admin ?? false,
    bookmarkIntervalMs: options.bookmarkIntervalMs,
  });
  if (!options.empty && !restored) {
    const paths = [options.examplesDir ?? [], options.examples ?? []].flat();
    await loadExamples(cluster, paths, log);
  }
  const stopSaving = state?.keep(cluster);
  return {
    url: server.url,
    port: server.port,
    kubeconfig: buildKubeconfig({
      url: server.secureUrl,
      identity,
      name: options.name ?? 'kratix-sandbox',
    }),
    cluster,
    requests: server.requests,
    faults: server.faults,
    dropConnections: server.dropConnections,
    expireHistory: () => cluster.store.compact(),
    close: async () => {
      kratix.close();
      await server.close();
      stopSaving?.();
    },
  };
}

/** A bad example costs only itself. */
async function loadExamples(
  cluster: Cluster,
  paths: readonly string[],
  log: (message: string) => void,
): Promise<void> {
  const documents = overlayManifests(
    await Promise.all(paths.map(readManifests)),
  );
  const problems = await loadManifests(cluster, documents);
  for (const { object, message } of problems) {
    log(`sandbox: example ${object} was not loaded: ${message}`);
  }
}

function toUsers(
  adminToken: string,
  others: NonNullable<SandboxOptions['tokens']>,
): Map<string, User> {
  const users = new Map<string, User>(
    Object.entries(others).map(([token, { user, groups = [] }]) => [
      token,
      { name: user, groups },
    ]),
  );
  users.set(adminToken, {
    name: 'sandbox-admin',
    groups: ['system:masters'],
  });
  return users;
}
