import { createSandbox } from '@kratix-portal/sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import type { ApiClient } from './ApiClient';
import { findLeft } from './findLeft';
import { findTaken } from './findTaken';
import { RememberingClient } from './RememberingClient';
import { takeInventory } from './takeInventory';

/**
 * The platform under test.
 * @public
 */
export interface ContractTarget {
  readonly name: 'sandbox' | 'real';
  readonly api: ApiClient;
  readonly kubeConfig: KubeConfig;
  /** Takes away all that was made, and answers with what is there that was not before. */
  takeAway(patienceMs?: number): Promise<readonly string[]>;
  /** Leaves nothing behind either. */
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
    return await toTarget('real', kubeConfig);
  }
  const sandbox = await createSandbox({
    empty: true,
    authorization: 'rbac',
    kratix: { jobBackoffLimit: 1 },
  });
  kubeConfig.loadFromString(sandbox.kubeconfig);
  const target = await toTarget('sandbox', kubeConfig);
  return { ...target, close: () => sandbox.close() };
}

async function toTarget(
  name: ContractTarget['name'],
  kubeConfig: KubeConfig,
): Promise<ContractTarget> {
  const api = new RememberingClient(kubeConfig);
  const before = await takeInventory(api);
  const taken = findTaken(before);
  if (taken.length > 0) {
    throw new Error(
      `Nothing was done to the cluster, because it has what the contract would make, change and take away: ${taken.join(
        ', ',
      )}. If that was left by a run that was killed, remove it; otherwise take another cluster`,
    );
  }
  const takeAway = async (patienceMs = PATIENCE_MS) => {
    const left = await api.takeAway(patienceMs);
    return [...left, ...findLeft(before, await takeInventory(api))];
  };
  return {
    name,
    api,
    kubeConfig,
    takeAway,
    close: async () => {
      await takeAway();
    },
  };
}

const PATIENCE_MS = 60_000;
