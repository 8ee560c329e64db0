import { conditionOf } from '../Manifest';
import { pathOf } from '../resourcePaths';
import { isReady } from '../states';
import type { Scenario } from './Scenario';

/** Promises that need another one. @internal */
export const requirements: readonly Scenario[] = [
  {
    name: 'promise-lacks-what-it-requires',
    async play(stage) {
      const promise = 'contract-demanding';
      const missing = { name: 'contract-missing', version: 'v1.0.0' };
      await stage.apply({ name: promise, requires: [missing] });
      await stage.untilServed(promise);
      const app = await stage.order({ promise, name: 'waiting' });
      await stage.until(
        app,
        'told that its Promise is unavailable',
        request => conditionOf(request, 'PromiseAvailable') !== undefined,
      );
      await stage.look('waiting', app);
      await stage.lookAtPromise('promise', promise);
    },
  },
  {
    name: 'requirement-comes-and-goes',
    async play(stage) {
      const promise = 'contract-patient';
      const needed = { name: 'contract-needed', version: 'v1.1.0' };
      await stage.follow(pathOf('Promise'), promise);
      await stage.apply({ name: promise, requires: [needed] });
      await stage.untilServed(promise);
      const app = await stage.order({ promise, name: 'patient' });

      await stage.install({ name: needed.name, version: 'v1.0.0' });
      await stage.untilPromise(promise, 'told of the wrong version', now =>
        JSON.stringify(now.status).includes('at the specified version'),
      );
      await stage.lookAtPromise('wrong-version', promise);

      await stage.install(needed);
      await stage.untilPromise(
        promise,
        'available',
        now => conditionOf(now, 'Available') === 'True/PromiseAvailable',
      );
      await stage.until(app, 'ready', isReady);
      await stage.lookAtPromise('fulfilled', promise);
      await stage.lookAtPromise('needed', needed.name);
      await stage.look('request-ready', app);

      const path = `${pathOf('Promise')}/${needed.name}`;
      await stage.platform.remove(path);
      await stage.untilGone({ name: needed.name, path });
      await stage.untilPromise(
        promise,
        'told that what it needs is gone',
        ({ status }) =>
          JSON.stringify(status).includes('"Requirement not installed"'),
      );
      await stage.lookAtPromise('lost', promise);
    },
  },
];
