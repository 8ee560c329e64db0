import { groupOf } from '../buildPromise';
import { collectPromise } from '../collectObjects';
import { conditionOf } from '../Manifest';
import { buildPromise } from '../buildPromise';
import { pathOf } from '../resourcePaths';
import { isReady } from '../states';
import type { Scenario } from './Scenario';

/** What becomes of Promises, and of requests when their Promise changes. @internal */
export const promises: readonly Scenario[] = [
  {
    name: 'promise-installed',
    async play(stage) {
      const name = 'contract-new';
      await stage.install({ name });
      await stage.keep('installed', () =>
        collectPromise(stage.platform, name, `apps.${groupOf(name)}`),
      );
    },
  },
  {
    name: 'upgraded-then-pinned-back',
    // Two controllers ask for a run of their own at an upgrade; when the second finds the first one's Job it
    // suspends it and starts over.
    chance:
      /^moments\.(upgraded|back)\.(Job|Pod|Events)\/|\.spec\.generation$|^trail\.(label|message|pipelines|progress|condition)/,
    async play(stage) {
      const promise = 'contract-upgraded';
      await stage.install({ name: promise });
      const app = await stage.order({ promise, name: 'upgraded' });
      await stage.untilDelivered(app);

      await stage.install({ name: promise, version: 'v1.1.0', imageTag: 'v2' });
      await stage.until(
        app,
        'at v1.1.0',
        request =>
          isReady(request) && request.status?.promiseVersion === 'v1.1.0',
      );
      await stage.untilDelivered(app);
      await stage.look('upgraded', app);

      const bindings = pathOf('ResourceBinding', stage.namespace);
      const [binding] = await stage.platform.list(bindings, {
        'kratix.io/resource-name': 'upgraded',
      });
      const bindingPath = `${bindings}/${binding?.metadata.name}`;
      await stage.platform.merge(bindingPath, { spec: { version: 'v1.0.0' } });
      await stage.platform.until('the binding says it is back', async () => {
        const now = await stage.platform.find(bindingPath);
        return (
          now?.status?.lastAppliedVersion === 'v1.0.0' &&
          conditionOf(now, 'UpgradeSucceeded') === 'True/UpgradeComplete'
        );
      });
      await stage.untilDelivered(app);
      await stage.look('back', app);
      await stage.keep('promise', () =>
        collectPromise(stage.platform, promise, `apps.${groupOf(promise)}`),
      );
    },
  },
  {
    name: 'promise-lacks-what-it-requires',
    async play(stage) {
      const promise = 'contract-demanding';
      await stage.platform.apply(
        pathOf('Promise'),
        buildPromise({
          name: promise,
          requires: [{ name: 'contract-missing', version: 'v1.0.0' }],
        }),
      );
      const definition = `apps.${groupOf(promise)}`;
      await stage.platform.until('its API is served', async () => {
        const path = `/apis/${groupOf(promise)}/v1/namespaces/${
          stage.namespace
        }/apps`;
        return (await stage.platform.find(path)) !== undefined;
      });
      const app = await stage.order({ promise, name: 'waiting' });
      await stage.until(
        app,
        'told that its Promise is unavailable',
        request => conditionOf(request, 'PromiseAvailable') !== undefined,
      );
      await stage.look('waiting', app);
      await stage.keep('promise', () =>
        collectPromise(stage.platform, promise, definition),
      );
    },
  },
];
