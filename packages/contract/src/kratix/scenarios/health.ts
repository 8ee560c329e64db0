import type { Manifest } from '../Manifest';
import { pathOf } from '../resourcePaths';
import type { Stage } from '../Stage';
import { COMMON_PROMISE as promise, type Scenario } from './Scenario';

/** What others find out about a request once it is there. @internal */
export const health: readonly Scenario[] = [
  {
    name: 'health-reported',
    async play(stage) {
      const app = await stage.order({ promise, name: 'examined' });
      await stage.untilDelivered(app);
      const isSaid = (state: string | undefined) => (request: Manifest) =>
        (request.status?.healthStatus as { state?: string } | undefined)
          ?.state === state;

      await report(stage, 'probe', 'degraded', { pods: '1 of 3' });
      await stage.until(app, 'degraded', isSaid('degraded'));
      await stage.look('degraded', app);

      // The worst of what is said counts.
      await report(stage, 'disk', 'unhealthy');
      await stage.until(app, 'unhealthy', isSaid('unhealthy'));
      await stage.look('two-records', app);

      await report(stage, 'disk', 'ready');
      await stage.until(app, 'degraded again', isSaid('degraded'));
      await report(stage, 'probe', 'healthy', { pods: '3 of 3' });
      await stage.until(app, 'healthy', isSaid('healthy'));
      await stage.look('healthy', app);

      // One after the other: two that go at once wait for each other for ever, on real Kratix.
      await withdraw(stage, 'probe');
      await stage.until(app, 'what the other says', isSaid('ready'));
      await withdraw(stage, 'disk');
      await stage.look('unknown', app);
    },
  },
];

/** As a health agent would: Kratix brings none. */
async function report(
  { platform, namespace }: Stage,
  source: string,
  state: string,
  details?: Readonly<Record<string, string>>,
): Promise<void> {
  await platform.apply(pathOf('HealthRecord', namespace), {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'HealthRecord',
    metadata: { name: `contract-${source}`, namespace },
    data: {
      promiseRef: { name: promise },
      resourceRef: { name: 'examined', namespace },
      state,
      lastRun: 1_790_000_000,
      ...(details && { details }),
    },
  });
}

async function withdraw(
  { platform, namespace }: Stage,
  source: string,
): Promise<void> {
  const path = `${pathOf('HealthRecord', namespace)}/contract-${source}`;
  await platform.remove(path);
  await platform.until(
    `record ${source} is gone`,
    async () => (await platform.find(path)) === undefined,
  );
}
