import type { KubernetesConnection } from './KubernetesConnection';
import {
  isConnectionFailure,
  KubernetesError,
} from './failures/KubernetesError';

/**
 * Whether an API server answers at all. It is asked for its version, which it has at hand and which every
 * default cluster lets everybody read (ClusterRole `system:public-info-viewer`); a refusal is an answer too.
 * @internal
 */
export async function isAlive(
  connection: KubernetesConnection,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  try {
    await connection.requestJson({
      method: 'GET',
      path: '/version',
      ...options,
    });
    return true;
  } catch (error) {
    if (error instanceof KubernetesError) {
      return !isConnectionFailure(error);
    }
    if (options.signal.aborted) {
      return false;
    }
    throw error;
  }
}
