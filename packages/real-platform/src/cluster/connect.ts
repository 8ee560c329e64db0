import { CoreV1Api, EventsV1Api, KubeConfig } from '@kubernetes/client-node';

/**
 * The clients that the parts of the platform speak to the API server with.
 *
 * @internal
 */
export interface Connection {
  kubeConfig: KubeConfig;
  core: CoreV1Api;
  events: EventsV1Api;
}

/**
 * Makes the clients for the current context of a kubeconfig.
 *
 * @internal
 */
export function connect(kubeconfig: string): Connection {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(kubeconfig);
  return {
    kubeConfig,
    core: kubeConfig.makeApiClient(CoreV1Api),
    events: kubeConfig.makeApiClient(EventsV1Api),
  };
}
