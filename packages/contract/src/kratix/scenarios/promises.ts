import { pathOf } from '../resourcePaths';
import { hasFailed } from '../promiseStates';
import { isSuspended } from '../states';
import type { Scenario } from './Scenario';

const MANUAL = 'kratix.io/manual-reconciliation';

/** What becomes of Promises, and of the requests that they have. @internal */
export const promises: readonly Scenario[] = [
  {
    name: 'promise-installed',
    async play(stage) {
      const name = 'contract-new';
      await stage.install({ name });
      await stage.lookAtPromise('installed', name);
    },
  },
  {
    name: 'promise-with-own-pipelines',
    async play(stage) {
      const promise = {
        name: 'contract-own',
        hasOwnPipelines: true,
        play: { prepare: { seconds: 4 } },
      };
      await stage.follow(pathOf('Promise'), promise.name);
      await stage.install(promise);
      await stage.untilPrepared(promise.name);
      await stage.lookAtPromise('installed', promise.name);

      const app = await stage.order({ promise: promise.name, name: 'owned' });
      await stage.untilDelivered(app);
      await stage.platform.remove(`${pathOf('Promise')}/${promise.name}`);
      await stage.untilGone({
        name: promise.name,
        path: `${pathOf('Promise')}/${promise.name}`,
      });
      await stage.look('request-gone', app);
      await stage.lookAtPromise('gone', promise.name);
    },
  },
  {
    name: 'promise-pipeline-failing-then-mended',
    async play(stage) {
      const promise = { name: 'contract-unprepared', hasOwnPipelines: true };
      await stage.follow(pathOf('Promise'), promise.name);
      await stage.apply({ ...promise, play: { prepare: { exitCode: 5 } } });
      await stage.untilPromise(promise.name, 'failed', hasFailed);
      await stage.untilServed(promise.name);
      const app = await stage.order({ promise: promise.name, name: 'early' });
      await stage.until(
        app,
        'told that its Promise is unavailable',
        request => request.status?.message === 'Pending',
      );
      await stage.look('request-waiting', app);
      await stage.lookAtPromise('failed', promise.name);

      await stage.apply(promise);
      await stage.untilPrepared(promise.name);
      await stage.untilDelivered(app);
      await stage.look('request-ready', app);
      await stage.lookAtPromise('mended', promise.name);
    },
  },
  {
    name: 'promise-suspended-then-resumed',
    async play(stage) {
      const promise = {
        name: 'contract-hesitant',
        hasOwnPipelines: true,
        play: { prepare: { suspend: 'Ana decides' } },
      };
      await stage.follow(pathOf('Promise'), promise.name);
      await stage.apply(promise);
      await stage.untilPromise(promise.name, 'suspended', isSuspended);
      await stage.lookAtPromise('suspended', promise.name);

      await stage.platform.merge(`${pathOf('Promise')}/${promise.name}`, {
        metadata: { labels: { 'kratix.io/workflow-suspended': null } },
      });
      await stage.untilPrepared(promise.name);
      await stage.lookAtPromise('prepared', promise.name);
    },
  },
  {
    name: 'promise-removal-failing-then-forced',
    async play(stage) {
      const promise = { name: 'contract-sticky', hasOwnPipelines: true };
      const path = `${pathOf('Promise')}/${promise.name}`;
      await stage.follow(pathOf('Promise'), promise.name);
      await stage.install({ ...promise, play: { withdraw: { exitCode: 6 } } });
      await stage.untilPrepared(promise.name);
      await stage.platform.remove(path);
      await stage.untilPromise(promise.name, 'failing to go', now =>
        JSON.stringify(now.status).includes('DeleteWorkflowFailed'),
      );
      await stage.lookAtPromise('failed', promise.name);

      await stage.apply(promise);
      await stage.platform.merge(path, {
        metadata: { labels: { [MANUAL]: 'true' } },
      });
      await stage.untilGone({ name: promise.name, path });
      await stage.lookAtPromise('gone', promise.name);
    },
  },
];
