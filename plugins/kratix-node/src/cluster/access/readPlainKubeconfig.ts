import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isLoopbackUrl } from '../../config/requireApiServerUrl';
import { PlainAccess, type PlainCluster, type PlainUser } from './PlainAccess';

/**
 * Reads a kubeconfig whose context needs nothing but credentials that stand in it or in files. Undefined for
 * any other, valid or not: the client library knows what to make of it, or what to complain about.
 * @internal
 */
export function readPlainKubeconfig(
  text: string,
  { path, context }: { path: string; context?: string },
): PlainAccess | undefined {
  const parsed = kubeconfigSchema.safeParse(parseYaml(text));
  if (!parsed.success) {
    return undefined;
  }
  const { clusters, users, contexts } = parsed.data;
  const wanted = context ?? parsed.data['current-context'];
  const names = contexts.find(({ name }) => name === wanted)?.context;
  const cluster = clusterSchema.safeParse(
    clusters.find(({ name }) => name === names?.cluster)?.cluster,
  );
  const user = userSchema.safeParse(
    users.find(({ name }) => name === names?.user)?.user,
  );
  return cluster.success && user.success
    ? new PlainAccess(
        toCluster(cluster.data, dirname(path)),
        toUser(user.data, dirname(path)),
      )
    : undefined;
}

const text = z.string().min(1);

const kubeconfigSchema = z.object({
  'current-context': text.optional(),
  clusters: z.array(z.object({ name: text, cluster: z.unknown() })),
  users: z.array(z.object({ name: text, user: z.unknown() })),
  contexts: z.array(
    z.object({ name: text, context: z.object({ cluster: text, user: text }) }),
  ),
});

// Strict: a key that is not among these, such as `proxy-url` or `exec`, is the client library's business.
const clusterSchema = z.strictObject({
  server: text.refine(isSafe),
  'certificate-authority': text.optional(),
  'certificate-authority-data': text.optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': text.optional(),
  // Notes that tools such as minikube leave for themselves.
  extensions: z.unknown().optional(),
});

const userSchema = z.strictObject({
  token: text.optional(),
  'client-certificate': text.optional(),
  'client-certificate-data': text.optional(),
  'client-key': text.optional(),
  'client-key-data': text.optional(),
  username: text.optional(),
  password: text.optional(),
});

// Plain http is for this machine, where nobody listens between; the library decides about any other.
function isSafe(server: string): boolean {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && isLoopbackUrl(url))
  );
}

function toCluster(
  cluster: z.infer<typeof clusterSchema>,
  folder: string,
): PlainCluster {
  return {
    server: cluster.server,
    caFile: inFolder(folder, cluster['certificate-authority']),
    caData: cluster['certificate-authority-data'],
    skipTLSVerify: cluster['insecure-skip-tls-verify'],
    tlsServerName: cluster['tls-server-name'],
  };
}

function toUser(user: z.infer<typeof userSchema>, folder: string): PlainUser {
  return {
    token: user.token,
    certFile: inFolder(folder, user['client-certificate']),
    certData: user['client-certificate-data'],
    keyFile: inFolder(folder, user['client-key']),
    keyData: user['client-key-data'],
    username: user.username,
    password: user.password,
  };
}

// Paths in a kubeconfig are relative to where it is.
function inFolder(folder: string, file: string | undefined) {
  return file === undefined ? undefined : resolve(folder, file);
}

// The parser's own message quotes the file, tokens included.
function parseYaml(content: string): unknown {
  try {
    return parse(content);
  } catch {
    return undefined;
  }
}
