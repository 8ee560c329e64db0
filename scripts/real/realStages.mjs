import { runContract } from './runContract.mjs';
import { runIdentityChecks } from './runIdentityChecks.mjs';
import { runPortalStories } from './runPortalStories.mjs';
import { startRealPlatform } from './startRealPlatform.mjs';

const withExamples = [
  ...['--images', 'packages/real-platform/fixtures/images.yaml'],
  ...['--deliver', 'platform'],
];

/**
 * What `npm run test:real` does, each on a platform of its own: what was recorded of a bare API server was
 * recorded without Kratix's definitions in its lists.
 */
export const realStages = [
  onPlatform('api-server', ['--without-kratix'], platform =>
    runContract('apiServer.contract', platform.kubeconfig),
  ),
  onPlatform(
    'kratix',
    ['--images', 'packages/contract/fixtures/images.yaml'],
    platform => runContract('kratix.contract', platform.kubeconfig),
  ),
  onPlatform('portal', withExamples, runPortalStories),
  onPlatform('identity', withExamples, runIdentityChecks),
];

function onPlatform(name, options, check) {
  return {
    name,
    /** Without building, where a program would have to be built it is skipped. */
    async run({ isBuilding = true } = {}) {
      const platform = await startRealPlatform(
        name,
        [...options, ...(isBuilding ? [] : ['--no-building'])],
        text => console.log(text.replace(/^/gm, '  ')),
      );
      if (platform.lacks) {
        return {
          passed: 0,
          failed: 0,
          skipped: 1,
          output: `SKIPPED, this machine lacks what it takes: ${platform.lacks}`,
        };
      }
      try {
        return await check(platform);
      } finally {
        await platform.stop();
      }
    },
  };
}
