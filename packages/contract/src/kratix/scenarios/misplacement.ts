import { conditionOf } from '../Manifest';
import type { Stage } from '../Stage';
import { pathOf } from '../resourcePaths';
import { isReady } from '../states';
import { COMMON_PROMISE as promise, type Scenario } from './Scenario';

/** A Destination that its requests no longer fit. @internal */
export const misplacement: readonly Scenario[] = [
  {
    name: 'misplaced-then-fitting-again',
    // It names the Works that were misplaced when it was first looked at, and no others afterwards.
    chance: /\.WorksSucceeded\.message$/,
    async play(stage) {
      await labelDestination(stage, PLACE);
      const app = await stage.order({
        promise,
        name: 'misplaced',
        environment: PLACE,
      });
      await stage.untilDelivered(app);

      await labelDestination(stage, `${PLACE}-elsewhere`);
      await stage.until(
        app,
        'told that its works are misplaced',
        request =>
          conditionOf(request, 'WorksSucceeded') === 'False/WorksMisplaced',
      );
      await stage.look('misplaced', app);

      // What is misplaced is written all the same.
      await stage.platform.merge(app.path, { spec: { size: 'large' } });
      await stage.until(
        app,
        'run again',
        request => request.status?.observedGeneration === 2,
      );
      await stage.look('changed', app);

      await labelDestination(stage, PLACE);
      // Its WorkPlacements go on saying that they are misplaced until they are written again.
      await stage.until(app, 'ready', isReady);
      await stage.look('back', app);
      await stage.platform.merge(app.path, { spec: { size: 'small' } });
      await stage.untilDelivered(app, 3);
      await stage.look('written-again', app);
    },
  },
];

const PLACE = 'contract-moving';

/** A Destination in the platform's own store, for requests of this environment alone. */
async function labelDestination(
  { platform }: Stage,
  environment: string,
): Promise<void> {
  await platform.apply(pathOf('Destination'), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name: PLACE, labels: { environment } },
    spec: {
      path: PLACE,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
      strictMatchLabels: true,
    },
  });
}
