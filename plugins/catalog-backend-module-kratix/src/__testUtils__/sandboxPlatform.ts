import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
} from '@kratix-portal/sandbox';
import { promiseJson } from './platformState';

/** A resource of an API server. */
export const at = (group: string, resource: string, version = 'v1') => ({
  group,
  version,
  resource,
});

export const promises = at('platform.kratix.io', 'promises', 'v1alpha1');
export const crds = at('apiextensions.k8s.io', 'customresourcedefinitions');
export const redises = at('example.com', 'rediss');

/** Token of the portal's own account, which may do everything. */
export const PORTAL_TOKEN = 'portal';

/** A sandbox with the namespace team-a, and nothing to order yet. */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const sandbox = await createSandbox({
    tokens: {
      [PORTAL_TOKEN]: { user: 'portal', groups: ['system:masters'] },
    },
    log: () => undefined,
    ...options,
  });
  sandbox.cluster.create(at('', 'namespaces'), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'team-a' },
  });
  return sandbox;
}

export function createPromise({ cluster }: Sandbox, name = 'redis'): void {
  cluster.create(promises, { ...promiseJson(name), metadata: { name } });
}

/** Orders a Redis in team-a, once it can be ordered. */
export async function order(
  { cluster }: Sandbox,
  name: string,
  annotations: Record<string, string> = {},
): Promise<void> {
  await until(async () => cluster.serves(redises));
  cluster.create(redises, {
    apiVersion: 'example.com/v1',
    kind: 'Redis',
    metadata: { name, namespace: 'team-a', annotations },
    spec: { size: 'small' },
  });
}

/** A platform of the app-config that is this sandbox. */
export function platformConfig({ url }: Pick<Sandbox, 'url'>, name = 'dev') {
  return {
    name,
    connection: { cluster: { url, serviceAccountToken: PORTAL_TOKEN } },
    identity: 'service-account',
    catalog: { defaultOwner: 'group:default/platform' },
  };
}

/** Asks again and again until there is an answer. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`There was no answer within ${timeoutMs} ms`);
    }
    await pause(20);
  }
}

/** Time for what must not happen. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
