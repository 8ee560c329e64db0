import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
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
  /** Knows this cluster alone, so that whoever switches contexts meanwhile moves no test to another. */
  readonly kubeConfig: KubeConfig;
}

/**
 * Opens the cluster of the kubeconfig (`KUBECONFIG`, else the usual file) when its owner has allowed it in
 * both places: `KRATIX_PORTAL_TEST_CLUSTER` names the context, and the cluster
 * has the marker namespace. Answers undefined when nobody asked for it, and
 * throws when somebody did but not in both places.
 *
 * @public
 */
export async function openExistingPlatform(
  env: NodeJS.ProcessEnv,
  kubeConfig: KubeConfig = loadDefault(),
): Promise<ExistingPlatform | undefined> {
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
  const { context } = target;
  const alone = onlyCurrent(kubeConfig);
  if (!(await isMarked(alone, context))) {
    throw new Error(
      `The cluster of context "${context}" is not marked as one that tests may write to, and nothing was done to it. If they may: kubectl --context ${context} create namespace ${MARKER_NAMESPACE}`,
    );
  }
  return {
    kind: 'existing',
    context,
    url: alone.getCurrentCluster()?.server ?? '',
    kubeConfig: alone,
  };
}

function loadDefault(): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromDefault();
  return kubeConfig;
}

function onlyCurrent(kubeConfig: KubeConfig): KubeConfig {
  const currentContext = kubeConfig.getCurrentContext();
  const context = kubeConfig.getContextObject(currentContext);
  const cluster = kubeConfig.getCurrentCluster();
  const user = kubeConfig.getCurrentUser();
  const alone = new KubeConfig();
  alone.loadFromOptions({
    clusters: cluster ? [cluster] : [],
    users: user ? [user] : [],
    contexts: context ? [context] : [],
    currentContext,
  });
  return alone;
}

async function isMarked(
  kubeConfig: KubeConfig,
  context: string,
): Promise<boolean> {
  const core = kubeConfig.makeApiClient(CoreV1Api);
  try {
    const marker = await orUndefined(
      core.readNamespace({ name: MARKER_NAMESPACE }),
    );
    // On its way out it says the opposite.
    return marker !== undefined && !marker.metadata?.deletionTimestamp;
  } catch (error) {
    throw new Error(
      `The cluster of context "${context}" could not be asked whether tests may write to it`,
      { cause: error },
    );
  }
}
