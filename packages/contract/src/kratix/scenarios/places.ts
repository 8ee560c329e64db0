import { conditionOf, type Manifest } from '../Manifest';
import type { Platform } from '../Platform';
import { pathOf } from '../resourcePaths';
import { collectDryRun } from '../collectObjects';
import { isReady } from '../states';
import { COMMON_PROMISE as promise, type Scenario } from './Scenario';

/** Where the output of a request goes, or does not. @internal */
export const places: readonly Scenario[] = [
  {
    name: 'no-destination',
    async play(stage) {
      const app = await stage.order({
        promise,
        name: 'nowhere',
        environment: 'nowhere',
      });
      await stage.until(
        app,
        'waiting for a destination',
        request => conditionOf(request, 'WorksSucceeded') !== undefined,
      );
      await stage.look('pending', app);
    },
  },
  {
    name: 'store-never-took-a-write',
    async play(stage) {
      const app = await stage.order({
        promise,
        name: 'unwritten',
        environment: 'contract-broken',
      });
      await stage.until(app, 'ready all the same', isReady);
      await stage.look('ready', app);
    },
  },
  {
    name: 'store-refuses-later',
    async play(stage) {
      const store = await copyStore(stage.platform);
      await stage.platform.until('its Destination is ready', async () => {
        const path = `${pathOf('Destination')}/${FRAGILE}`;
        const destination = await stage.platform.find(path);
        return (
          destination && conditionOf(destination, 'Ready')?.startsWith('True/')
        );
      });
      const app = await stage.order({
        promise,
        name: 'refused',
        environment: FRAGILE,
      });
      await stage.until(app, 'ready', isReady);
      await untilWrites(stage.platform, stage.namespace, 'True/');

      await breakStore(stage.platform, store);
      await stage.platform.merge(app.path, { spec: { size: 'large' } });
      await untilWrites(stage.platform, stage.namespace, 'False/');
      await stage.look('refused', app);
    },
  },
  {
    name: 'dry-run',
    async play(stage) {
      const app = await stage.order({ promise, name: 'previewed' });
      await stage.until(app, 'ready', isReady);
      const { namespace } = stage;
      const path = pathOf('DryRun', namespace);
      await stage.platform.create(path, {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'DryRun',
        metadata: { name: 'preview', namespace },
        spec: {
          promiseRef: { name: promise },
          resourceRequestRef: { name: 'previewed', namespace },
          resource: { size: 'large', environment: 'dev' },
        },
      });
      await stage.platform.until('the dry run is over', async () => {
        const dryRun = await stage.platform.find(`${path}/preview`);
        return dryRun && conditionOf(dryRun, 'Completed');
      });
      await stage.keep('completed', () =>
        collectDryRun(stage.platform, 'preview', namespace),
      );
    },
  },
];

const FRAGILE = 'contract-fragile';
const KEYS = { name: FRAGILE, namespace: 'default' };

/** A Destination in the platform's own store, with keys of its own that can be made wrong. */
async function copyStore(platform: Platform): Promise<Manifest> {
  const original = await platform.find(`${pathOf('BucketStateStore')}/default`);
  const reference = original?.spec?.secretRef as
    | { name: string; namespace: string }
    | undefined;
  const keys =
    reference &&
    (await platform.find(
      `${pathOf('Secret', reference.namespace)}/${reference.name}`,
    ));
  await platform.apply(pathOf('Secret', KEYS.namespace), {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: KEYS,
    data: keys?.data ?? {},
  });
  await platform.apply(pathOf('Destination'), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name: FRAGILE, labels: { environment: FRAGILE } },
    spec: {
      path: FRAGILE,
      stateStoreRef: { kind: 'BucketStateStore', name: FRAGILE },
      strictMatchLabels: true,
    },
  });
  return await platform.apply(pathOf('BucketStateStore'), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'BucketStateStore',
    metadata: { name: FRAGILE },
    spec: { ...original?.spec, secretRef: KEYS },
  });
}

async function breakStore(platform: Platform, store: Manifest): Promise<void> {
  await platform.merge(`${pathOf('BucketStateStore')}/${store.metadata.name}`, {
    metadata: {
      annotations: { 'sandbox.kratix-portal.io/fail-writes': 'Access Denied.' },
    },
  });
  await platform.merge(`${pathOf('Secret', KEYS.namespace)}/${KEYS.name}`, {
    stringData: { accessKeyID: 'nobody' },
  });
}

async function untilWrites(
  platform: Platform,
  namespace: string,
  begins: string,
): Promise<void> {
  await platform.until(`writes are ${begins}`, async () => {
    const placements = await platform.list(pathOf('WorkPlacement', namespace), {
      'kratix.io/targetDestinationName': FRAGILE,
    });
    return (
      placements.length === 2 &&
      placements.every(
        each =>
          conditionOf(each, 'WriteSucceeded')?.startsWith(begins) ?? false,
      )
    );
  });
}
