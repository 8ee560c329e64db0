import type { Manifest } from './Manifest';
import type { Platform } from './Platform';
import { pathOf } from './resourcePaths';

/** Everything that Kratix keeps about a request, the request first. @internal */
export async function collectRequest(
  platform: Platform,
  where: {
    collection: string;
    promise: string;
    name: string;
    namespace: string;
  },
): Promise<Manifest[]> {
  const { collection, promise, name, namespace } = where;
  const labels = {
    'kratix.io/promise-name': promise,
    'kratix.io/resource-name': name,
  };
  const request = await platform.find(`${collection}/${name}`);
  const [bindings, jobs, pods, works] = await Promise.all(
    (['ResourceBinding', 'Job', 'Pod', 'Work'] as const).map(kind =>
      platform.list(pathOf(kind, namespace), labels),
    ),
  );
  const own = [
    ...(request ? [request] : []),
    ...(bindings ?? []),
    ...(jobs ?? []),
    ...(pods ?? []),
    ...(await withPlacements(platform, works ?? [])),
  ];
  return [...own, ...(await eventsOf(platform, namespace, own))];
}

/** Everything that Kratix keeps about a Promise, the Promise first. @internal */
export async function collectPromise(
  platform: Platform,
  promise: string,
  definition: string,
): Promise<Manifest[]> {
  const labels = { 'kratix.io/promise-name': promise };
  const found = [
    await platform.find(`${pathOf('Promise')}/${promise}`),
    await platform.find(`${pathOf('CustomResourceDefinition')}/${definition}`),
  ].filter(object => object !== undefined);
  const own = [
    ...found,
    ...(await platform.list(pathOf('PromiseRevision'), labels)),
    ...(await platform.list(pathOf('Job', SYSTEM), labels)),
    ...(await withPlacements(
      platform,
      await platform.list(pathOf('Work', SYSTEM), labels),
    )),
  ];
  // Events of objects without a namespace lie in "default".
  return [...own, ...(await eventsOf(platform, 'default', own))];
}

/** Where a Promise's own output went. @internal */
export async function collectPromisePlacements(
  platform: Platform,
  promise: string,
): Promise<Manifest[]> {
  const works = await platform.list(pathOf('Work', SYSTEM), {
    'kratix.io/promise-name': promise,
  });
  const objects = await withPlacements(platform, works);
  return objects.filter(({ kind }) => kind === 'WorkPlacement');
}

/** A dry run with the Works that tell what it found. @internal */
export async function collectDryRun(
  platform: Platform,
  name: string,
  namespace: string,
): Promise<Manifest[]> {
  const dryRun = await platform.find(`${pathOf('DryRun', namespace)}/${name}`);
  return [
    ...(dryRun ? [dryRun] : []),
    ...(await platform.list(pathOf('Work', namespace), {
      'kratix.io/dry-run-owner': name,
    })),
  ];
}

const SYSTEM = 'kratix-platform-system';

async function withPlacements(
  platform: Platform,
  works: readonly Manifest[],
): Promise<Manifest[]> {
  const placements = await Promise.all(
    works.map(({ metadata }) =>
      platform.list(pathOf('WorkPlacement', metadata.namespace), {
        'kratix.io/work': metadata.name,
      }),
    ),
  );
  return [...works, ...placements.flat()];
}

/** Kratix's events only: what Jobs and Pods are told is Kubernetes' business. */
async function eventsOf(
  platform: Platform,
  namespace: string,
  objects: readonly Manifest[],
): Promise<Manifest[]> {
  const uids = new Set(
    objects
      .filter(({ kind }) => kind !== 'Job' && kind !== 'Pod')
      .map(({ metadata }) => metadata.uid),
  );
  const events = await platform.list(pathOf('Event', namespace));
  return events.filter(event =>
    uids.has((event.involvedObject as { uid?: string } | undefined)?.uid),
  );
}
