import { createSandbox } from '@kratix-portal/sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import { ApiClient } from './ApiClient';

/**
 * The platform under test.
 * @public
 */
export interface ContractTarget {
  readonly name: 'sandbox' | 'real';
  readonly api: ApiClient;
  readonly kubeConfig: KubeConfig;
  close(): Promise<void>;
}

/**
 * The platform that `KRATIX_CONTRACT_KUBECONFIG` points at, which must be a fresh one made for tests, else
 * a sandbox of its own.
 * @public
 */
export async function startTarget(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ContractTarget> {
  const kubeConfig = new KubeConfig();
  const path = env.KRATIX_CONTRACT_KUBECONFIG;
  if (path) {
    kubeConfig.loadFromFile(path);
    return {
      name: 'real',
      api: new ApiClient(kubeConfig),
      kubeConfig,
      close: async () => {},
    };
  }
  const sandbox = await createSandbox({
    empty: true,
    authorization: 'rbac',
    kratix: { jobBackoffLimit: 1 },
  });
  kubeConfig.loadFromString(sandbox.kubeconfig);
  return {
    name: 'sandbox',
    api: new ApiClient(kubeConfig),
    kubeConfig,
    close: () => sandbox.close(),
  };
}
