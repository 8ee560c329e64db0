import { pathOf } from '../resourcePaths';
import { isPaused } from '../states';
import { COMMON_PROMISE as promise, type Scenario } from './Scenario';

const MANUAL = 'kratix.io/manual-reconciliation';
const PAUSED = 'kratix.io/paused';

/** What people do to a request that is ready. @internal */
export const changes: readonly Scenario[] = [
  {
    name: 'changed',
    async play(stage) {
      const app = await stage.order({ promise, name: 'changed' });
      await stage.untilDelivered(app);
      await stage.platform.merge(app.path, { spec: { size: 'large' } });
      await stage.untilDelivered(app, 2);
      await stage.look('ready', app);
    },
  },
  {
    name: 'reconciled-by-hand',
    async play(stage) {
      const app = await stage.order({ promise, name: 'by-hand' });
      await stage.untilDelivered(app);
      await stage.platform.merge(app.path, {
        metadata: { labels: { [MANUAL]: 'true' } },
      });
      await stage.platform.until('four Jobs and all of them over', async () => {
        const jobs = await stage.platform.list(pathOf('Job', stage.namespace), {
          'kratix.io/resource-name': 'by-hand',
        });
        return (
          jobs.length === 4 && jobs.every(job => job.status?.succeeded === 1)
        );
      });
      await stage.untilDelivered(app);
      await stage.look('ready', app);
    },
  },
  {
    name: 'paused-then-resumed',
    async play(stage) {
      const app = await stage.order({ promise, name: 'paused' });
      await stage.untilDelivered(app);
      await stage.platform.merge(app.path, {
        metadata: { labels: { [PAUSED]: 'true' } },
      });
      await stage.until(app, 'paused', isPaused);
      await stage.look('paused', app);

      await stage.platform.merge(app.path, {
        metadata: { labels: { [PAUSED]: null } },
      });
      await stage.until(app, 'no longer paused', request => !isPaused(request));
      await stage.untilDelivered(app);
      await stage.look('ready', app);
    },
  },
  {
    name: 'removed',
    async play(stage) {
      const app = await stage.order({ promise, name: 'removed' });
      await stage.untilDelivered(app);
      await stage.platform.remove(app.path);
      await stage.untilGone(app);
      await stage.look('gone', app);
    },
  },
  {
    name: 'removal-failing-then-forced',
    async play(stage) {
      const play = { teardown: { exitCode: 4 } };
      const app = await stage.order({ promise, name: 'clinging', play });
      await stage.untilDelivered(app);
      await stage.platform.remove(app.path);
      await stage.until(app, 'failing to go', request =>
        JSON.stringify(request.status).includes('DeleteWorkflowFailed'),
      );
      await stage.look('failed', app);

      await stage.platform.merge(app.path, {
        metadata: {
          annotations: { 'sandbox.kratix-portal.io/fail': null },
          labels: { [MANUAL]: 'true' },
        },
        spec: { play: null },
      });
      await stage.untilGone(app);
      await stage.look('gone', app);
    },
  },
];
