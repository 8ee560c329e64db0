import type { Ordered, Stage } from '../Stage';
import { conditionOf, type Manifest } from '../Manifest';
import { pathOf } from '../resourcePaths';
import { isFailed, isReady } from '../states';
import type { Scenario } from './Scenario';

/** What becomes of requests when their Promise changes. @internal */
export const upgrades: readonly Scenario[] = [
  {
    name: 'upgraded-then-pinned-back',
    // Two controllers ask for a run of their own at an upgrade; when the second finds the first one's Job it
    // suspends it and starts over. And whoever is looked at in the moment that its Promise is unavailable for
    // keeps the condition (docs/kratix-observed.md 13).
    chance:
      /^moments\.(upgraded|back)\.(Job|Pod|Events)\/|\.conditions\.PromiseAvailable$|\.spec\.generation$|^trail\.(label|message|pipelines|progress|condition)/,
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

      const { path } = await findBinding(stage, app);
      await stage.platform.merge(path, { spec: { version: 'v1.0.0' } });
      await untilBinding(
        stage,
        app,
        'says it is back',
        binding =>
          binding.status?.lastAppliedVersion === 'v1.0.0' &&
          conditionOf(binding, 'UpgradeSucceeded') === 'True/UpgradeComplete',
      );
      await stage.untilDelivered(app);
      await stage.look('back', app);
      await stage.lookAtPromise('promise', promise);
    },
  },
  {
    name: 'upgrade-failing-then-rolled-back',
    // As above, and whoever asks second starts over.
    chance:
      /^moments\.(failed|back)\.(Job|Pod|Events)\/|\.conditions\.PromiseAvailable$|\.spec\.generation$|^trail\.(label|message|pipelines|progress|condition)/,
    async play(stage) {
      const promise = 'contract-broken-upgrade';
      await stage.install({ name: promise });
      const app = await stage.order({ promise, name: 'rolled-back' });
      await stage.untilDelivered(app);

      await stage.install({
        name: promise,
        version: 'v1.1.0',
        imageTag: 'v2',
        play: { apply: { exitCode: 7 } },
      });
      await untilBinding(
        stage,
        app,
        'says that the upgrade failed',
        binding =>
          conditionOf(binding, 'UpgradeSucceeded')?.startsWith('False/') ??
          false,
      );
      await stage.until(app, 'failed', isFailed);
      await stage.look('failed', app);

      // The sandbox plays what the Promise says now, at whatever version.
      await stage.platform.merge(`${pathOf('Promise')}/${promise}`, {
        metadata: { annotations: { 'sandbox.kratix-portal.io/fail': null } },
      });
      const { path } = await findBinding(stage, app);
      await stage.platform.merge(path, { spec: { version: 'v1.0.0' } });
      await stage.until(app, 'ready again', isReady);
      await stage.untilDelivered(app);
      await stage.look('back', app);
    },
  },
];

async function findBinding(
  stage: Stage,
  { name }: Ordered,
): Promise<{ binding?: Manifest; path: string }> {
  const bindings = pathOf('ResourceBinding', stage.namespace);
  const [binding] = await stage.platform.list(bindings, {
    'kratix.io/resource-name': name,
  });
  return { binding, path: `${bindings}/${binding?.metadata.name}` };
}

async function untilBinding(
  stage: Stage,
  ordered: Ordered,
  what: string,
  isSo: (binding: Manifest) => boolean,
): Promise<void> {
  await stage.platform.until(
    `the binding of ${ordered.name} ${what}`,
    async () => {
      const { binding } = await findBinding(stage, ordered);
      return binding && isSo(binding);
    },
  );
}
