import { KubeConfig, CoreV1Api } from '@kubernetes/client-node';
import { orUndefined } from '../kubelet/ClusterReader';
import { chooseTarget } from './chooseTarget';

/**
 * The namespace that says "tests may write here" (`kubectl create namespace`).
 *
 * @public
 */
export const MARKER_NAMESPACE = 'kratix-portal-test-cluster';

/**
 * Somebody's cluster, meant for tests.
 *
 * @public
 */
export interface ExistingPlatform {
  readonly kind: 'existing';
  readonly context: string;
  readonly url: string;
}

/**
 * Opens the cluster of the default kubeconfig when its owner has allowed it in
 * both places: `KRATIX_PORTAL_TEST_CLUSTER` names the context, and the cluster
 * has the marker namespace. Answers undefined when nobody asked for it, and
 * throws when somebody did but not in both places.
 *
 * @public
 */
export async function openExistingPlatform(
  env: NodeJS.ProcessEnv,
): Promise<ExistingPlatform | undefined> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromDefault();
  const target = chooseTarget({
    optIn: env.KRATIX_PORTAL_TEST_CLUSTER,
    currentContext: kubeConfig.getCurrentContext(),
  });
  if (target.kind === 'processes') {
    return undefined;
  }
  if (target.kind === 'refused') {
    throw new Error(target.problem);
  }
  const core = kubeConfig.makeApiClient(CoreV1Api);
  const marker = await orUndefined(
    core.readNamespace({ name: MARKER_NAMESPACE }),
  );
  if (!marker) {
    throw new Error(
      `The cluster of context "${target.context}" has no namespace ${MARKER_NAMESPACE}; create it there if tests may write to this cluster`,
    );
  }
  return {
    kind: 'existing',
    context: target.context,
    url: kubeConfig.getCurrentCluster()?.server ?? '',
  };
}
