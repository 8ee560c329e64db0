import type { ApiClient } from './ApiClient';

/** What comes and goes by itself, whatever anybody does. */
const PASSING = [
  ...['events', 'leases', 'podmetrics', 'nodemetrics'],
  'certificatesigningrequests',
];

interface ResourceList {
  readonly groupVersion: string;
  readonly resources: readonly { name: string; verbs: readonly string[] }[];
}

interface ObjectList {
  readonly items?: readonly {
    readonly metadata: {
      readonly name: string;
      readonly namespace?: string;
      readonly uid: string;
      readonly ownerReferences?: readonly { readonly uid: string }[];
    };
  }[];
}

/**
 * Something that lies on a cluster.
 * @internal
 */
export interface Item {
  /** E.g. `pods.v1 team-a/web`. */
  readonly id: string;
  readonly uid: string;
  readonly owners: readonly string[];
}

/**
 * Everything that lies on a cluster, of whatever kind.
 * @internal
 */
export async function takeInventory(api: ApiClient): Promise<Item[]> {
  const read = async <T>(path: string): Promise<T | undefined> => {
    const { status, text } = await api.ask({ method: 'GET', path });
    return status === 200 ? (JSON.parse(text) as T) : undefined;
  };
  const groups = await read<{
    groups: readonly { preferredVersion: { groupVersion: string } }[];
  }>('/apis');
  const roots = [
    '/api/v1',
    ...(groups?.groups ?? []).map(
      ({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`,
    ),
  ];
  const found = await Promise.all(
    roots.map(async root => {
      const list = await read<ResourceList>(root);
      const resources = (list?.resources ?? []).filter(
        ({ name, verbs }) => verbs.includes('list') && !PASSING.includes(name),
      );
      return await Promise.all(
        resources.map(async ({ name }) => {
          const objects = await read<ObjectList>(`${root}/${name}`);
          return (objects?.items ?? []).map(({ metadata }) => ({
            id: `${name}.${list?.groupVersion} ${metadata.namespace ?? ''}/${
              metadata.name
            }`,
            uid: metadata.uid,
            owners: (metadata.ownerReferences ?? []).map(({ uid }) => uid),
          }));
        }),
      );
    }),
  );
  return found.flat(2).sort((a, b) => (a.id < b.id ? -1 : 1));
}
