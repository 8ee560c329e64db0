import { buildReplay } from '../buildRequest';
import { conditionOf } from '../Manifest';
import { isFailed, isSuspended } from '../states';
import { COMMON_PROMISE as promise, type Scenario } from './Scenario';

/** How the pipelines of one request go. @internal */
export const runs: readonly Scenario[] = [
  {
    name: 'ready',
    async play(stage) {
      const app = await stage.order({ promise, name: 'ready', size: 'large' });
      await stage.untilDelivered(app);
      await stage.look('ready', app);
    },
  },
  {
    name: 'failing-then-mended',
    async play(stage) {
      const play = { apply: { exitCode: 3 } };
      const app = await stage.order({ promise, name: 'failing', play });
      await stage.until(app, 'failed', isFailed);
      await stage.look('failed', app);

      await stage.platform.merge(app.path, buildReplay(play, {}));
      await stage.untilDelivered(app, 2);
      await stage.look('ready', app);
    },
  },
  {
    name: 'suspended-then-resumed',
    async play(stage) {
      const play = { plan: { suspend: 'Ana decides' } };
      const app = await stage.order({ promise, name: 'suspended', play });
      await stage.until(app, 'suspended', isSuspended);
      await stage.look('suspended', app);

      await stage.platform.merge(app.path, {
        metadata: { labels: { 'kratix.io/workflow-suspended': null } },
      });
      await stage.untilDelivered(app);
      await stage.look('ready', app);
    },
  },
  {
    name: 'retried-after-a-while',
    async play(stage) {
      const play = {
        plan: { retryAfter: '6s', suspend: 'No licence is free' },
      };
      const app = await stage.order({ promise, name: 'retried', play });
      await stage.until(app, 'waiting for its retry', isSuspended);
      await stage.untilDelivered(app);
      await stage.look('ready', app);
    },
  },
  {
    name: 'suspended-then-changed',
    async play(stage) {
      const play = { plan: { suspend: 'Ana decides' } };
      const app = await stage.order({ promise, name: 'reconsidered', play });
      await stage.until(app, 'suspended', isSuspended);
      await stage.platform.merge(app.path, buildReplay(play, {}));
      await stage.untilDelivered(app, 2);
      await stage.look('ready', app);
    },
  },
  {
    name: 'slow',
    async play(stage) {
      // Long enough to be looked at on a machine that has much else to do.
      const play = { plan: { seconds: 30 } };
      const app = await stage.order({ promise, name: 'slow', play });
      await stage.until(
        app,
        'running',
        request =>
          conditionOf(request, 'ConfigureWorkflowCompleted') ===
          'False/PipelinesInProgress',
      );
      await stage.look('running', app);
      await stage.untilDelivered(app);
    },
  },
];
