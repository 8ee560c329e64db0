import { CustomObjectsApi, type KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';
import { orUndefined } from '../kubelet/ClusterReader';

/** What buildDestinations makes on a platform of ours, which the stories of the contract write to. */
const NEEDED = {
  bucketstatestores: ['default'],
  destinations: ['dev', 'staging', 'prod', 'dry-run'],
} as const;

/** Kinds that Kratix has had since 2025 and 2026: an older one does not play the stories at all. */
const NEEDED_KINDS = [
  'healthrecords',
  'promiserevisions',
  'resourcebindings',
  'dryruns',
] as const;

/**
 * Why the stories about Kratix cannot be told on a cluster, as sentences: what
 * it lacks, and what it has besides that would get in their way.
 *
 * @internal
 */
export async function findUnfit(kubeConfig: KubeConfig): Promise<string[]> {
  const api = kubeConfig.makeApiClient(CustomObjectsApi);
  // Undefined where there is no such kind.
  const listNames = async (plural: string) => {
    const list = await orUndefined(
      api.listClusterCustomObject({
        group: 'platform.kratix.io',
        version: 'v1alpha1',
        plural,
      }),
    );
    return list && listSchema.parse(list).items.map(each => each.metadata.name);
  };
  const [stores = [], destinations = [], ...kinds] = await Promise.all(
    ['bucketstatestores', 'destinations', ...NEEDED_KINDS].map(listNames),
  );
  const missing = [
    ...NEEDED.bucketstatestores
      .filter(name => !stores.includes(name))
      .map(name => `bucketstatestores/${name}`),
    ...NEEDED.destinations
      .filter(name => !destinations.includes(name))
      .map(name => `destinations/${name}`),
    ...NEEDED_KINDS.filter((_kind, index) => kinds[index] === undefined),
  ];
  const strangers = destinations.filter(
    (name: string) => !NEEDED.destinations.some(needed => needed === name),
  );
  return [
    ...(missing.length > 0
      ? [`It has not got ${missing.join(', ')} of platform.kratix.io.`]
      : []),
    ...(strangers.length > 0
      ? [
          `It has Destinations that the stories' output could go to as well: ${strangers.join(
            ', ',
          )}.`,
        ]
      : []),
  ];
}

const listSchema = z.object({
  items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
});
