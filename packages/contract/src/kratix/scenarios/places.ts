import { conditionOf } from '../Manifest';
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
    name: 'store-was-never-ready',
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
    name: 'store-refuses-writes',
    // The scheduler and the writer overwrite each other's verdict for ever; only WriteSucceeded stays.
    chance:
      /status\.conditions\.(Ready|ScheduleSucceeded|WorksSucceeded|Reconciled)\b|\.Events\/|^trail\.condition (WorksSucceeded|Reconciled)/,
    async play(stage) {
      await copyStore(stage.platform, READ_ONLY, 'read-only');
      const app = await stage.order({
        promise,
        name: 'refused',
        environment: READ_ONLY,
      });
      await untilWrites(stage.platform, stage.namespace, 'False/');
      await stage.until(
        app,
        'told about its works',
        request => conditionOf(request, 'WorksSucceeded') !== undefined,
      );
      await stage.look('refused', app);
    },
  },
  {
    name: 'store-is-lost',
    async play(stage) {
      const { platform } = stage;
      await copyStore(platform, FRAGILE);
      await untilDestination(platform, FRAGILE, 'True/');
      const app = await stage.order({
        promise,
        name: 'lost',
        environment: FRAGILE,
      });
      await stage.untilDelivered(app);

      await breakStore(platform, FRAGILE);
      await untilDestination(platform, FRAGILE, 'False/');
      await platform.merge(app.path, { spec: { size: 'large' } });
      await stage.until(
        app,
        'ready all the same',
        request => isReady(request) && request.status?.observedGeneration === 2,
      );
      await stage.look('lost', app);
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
const READ_ONLY = 'contract-read-only';
const SANDBOX = 'sandbox.kratix-portal.io';

/** A Destination in the platform's own store, with keys of its own that can be made wrong. */
async function copyStore(
  platform: Platform,
  name: string,
  bucketName?: string,
): Promise<void> {
  const original = await platform.find(`${pathOf('BucketStateStore')}/default`);
  const reference = original?.spec?.secretRef as
    | { name: string; namespace: string }
    | undefined;
  const keys =
    reference &&
    (await platform.find(
      `${pathOf('Secret', reference.namespace)}/${reference.name}`,
    ));
  const secretRef = { name, namespace: 'default' };
  await platform.apply(pathOf('Secret', secretRef.namespace), {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: secretRef,
    data: keys?.data ?? {},
  });
  await platform.apply(pathOf('BucketStateStore'), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'BucketStateStore',
    metadata: {
      name,
      annotations: bucketName
        ? { [`${SANDBOX}/fail-writes`]: 'AccessDenied' }
        : {},
    },
    spec: { ...original?.spec, secretRef, ...(bucketName && { bucketName }) },
  });
  await platform.apply(pathOf('Destination'), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name, labels: { environment: name } },
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name },
      strictMatchLabels: true,
    },
  });
}

async function breakStore(platform: Platform, name: string): Promise<void> {
  await platform.merge(`${pathOf('BucketStateStore')}/${name}`, {
    metadata: {
      annotations: { [`${SANDBOX}/not-ready`]: 'InvalidAccessKeyId' },
    },
  });
  await platform.merge(`${pathOf('Secret')}/${name}`, {
    stringData: { accessKeyID: 'nobody' },
  });
}

async function untilDestination(
  platform: Platform,
  name: string,
  begins: string,
): Promise<void> {
  await platform.until(`Destination ${name} is ${begins}`, async () => {
    const found = await platform.find(`${pathOf('Destination')}/${name}`);
    return found && conditionOf(found, 'Ready')?.startsWith(begins);
  });
}

async function untilWrites(
  platform: Platform,
  namespace: string,
  begins: string,
): Promise<void> {
  await platform.until(`writes are ${begins}`, async () => {
    const placements = await platform.list(pathOf('WorkPlacement', namespace), {
      'kratix.io/targetDestinationName': READ_ONLY,
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
