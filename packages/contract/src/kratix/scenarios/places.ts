import { conditionOf } from '../Manifest';
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
    name: 'store-refuses',
    async play(stage) {
      const app = await stage.order({
        promise,
        name: 'refused',
        environment: 'contract-broken',
      });
      await stage.platform.until('a write fails', async () => {
        const placements = await stage.platform.list(
          pathOf('WorkPlacement', stage.namespace),
          { 'kratix.io/targetDestinationName': 'contract-broken' },
        );
        return (
          placements.length === 2 &&
          placements.every(
            each =>
              conditionOf(each, 'WriteSucceeded')?.startsWith('False/') ??
              false,
          )
        );
      });
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
