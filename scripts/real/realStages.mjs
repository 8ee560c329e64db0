import { runContract } from './runContract.mjs';
import { runPortalStories } from './runPortalStories.mjs';
import { startRealPlatform } from './startRealPlatform.mjs';

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
  onPlatform(
    'portal',
    [
      ...['--images', 'packages/real-platform/fixtures/images.yaml'],
      ...['--deliver', 'platform'],
    ],
    runPortalStories,
  ),
];

function onPlatform(name, options, check) {
  return {
    name,
    async run() {
      const platform = await startRealPlatform(name, options, text =>
        console.log(text.replace(/^/gm, '  ')),
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
