import { CustomObjectsApi, type KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';
import { orUndefined } from '../kubelet/ClusterReader';

/** What buildDestinations makes on a platform of ours, which the stories of the contract write to. */
const NEEDED = [
  { plural: 'bucketstatestores', names: ['default'] },
  { plural: 'destinations', names: ['dev', 'staging', 'prod', 'dry-run'] },
] as const;

/**
 * What an existing cluster lacks for the stories about Kratix, as `destinations/dev`.
 *
 * @internal
 */
export async function findMissing(kubeConfig: KubeConfig): Promise<string[]> {
  const api = kubeConfig.makeApiClient(CustomObjectsApi);
  const missing = await Promise.all(
    NEEDED.map(async ({ plural, names }) => {
      // Without Kratix there is not even such a kind.
      const list = await orUndefined(
        api.listClusterCustomObject({
          group: 'platform.kratix.io',
          version: 'v1alpha1',
          plural,
        }),
      );
      const { items } = listSchema.parse(list ?? { items: [] });
      const found = items.map(({ metadata }) => metadata.name);
      return names
        .filter(name => !found.includes(name))
        .map(name => `${plural}/${name}`);
    }),
  );
  return missing.flat();
}

const listSchema = z.object({
  items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
});
