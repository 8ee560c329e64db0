import { ApiException, type V1Pod } from '@kubernetes/client-node';
import type { Connection } from '../cluster/connect';

/**
 * What a Pod may draw from the cluster while it is set up. Absent is undefined;
 * every other failure is thrown.
 *
 * @internal
 */
export interface ClusterReader {
  /** The values of a ConfigMap by key, as bytes. */
  configMap(name: string): Promise<Map<string, Buffer> | undefined>;
  secret(name: string): Promise<Map<string, Buffer> | undefined>;
  /** A token of the Pod's service account, good until the Pod is gone. */
  token(audience: string | undefined, seconds: number): Promise<string>;
}

/**
 * Reads for one Pod, in the Pod's own namespace.
 *
 * @internal
 */
export function readClusterFor(
  connection: Connection,
  pod: V1Pod,
): ClusterReader {
  const { core } = connection;
  const namespace = pod.metadata?.namespace ?? 'default';
  return {
    async configMap(name) {
      const map = await orUndefined(
        core.readNamespacedConfigMap({ name, namespace }),
      );
      return map && decode(map.data, map.binaryData);
    },
    async secret(name) {
      const secret = await orUndefined(
        core.readNamespacedSecret({ name, namespace }),
      );
      return secret && decode(undefined, secret.data);
    },
    async token(audience, seconds) {
      const answer = await core.createNamespacedServiceAccountToken({
        name: pod.spec?.serviceAccountName ?? 'default',
        namespace,
        body: {
          spec: {
            audiences: audience ? [audience] : [],
            expirationSeconds: seconds,
            boundObjectRef: {
              apiVersion: 'v1',
              kind: 'Pod',
              name: pod.metadata?.name,
              uid: pod.metadata?.uid,
            },
          },
        },
      });
      return answer.status?.token ?? '';
    },
  };
}

/**
 * The answer, or undefined when the API server says that there is none.
 *
 * @internal
 */
export async function orUndefined<T>(
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiException && error.code === 404) {
      return undefined;
    }
    throw error;
  }
}

function decode(
  text: Record<string, string> | undefined,
  binary: Record<string, string> | undefined,
): Map<string, Buffer> {
  const values = new Map<string, Buffer>();
  for (const [key, value] of Object.entries(text ?? {})) {
    values.set(key, Buffer.from(value, 'utf8'));
  }
  for (const [key, value] of Object.entries(binary ?? {})) {
    values.set(key, Buffer.from(value, 'base64'));
  }
  return values;
}
