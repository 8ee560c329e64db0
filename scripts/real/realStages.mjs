import { runContract } from './runContract.mjs';
import { startRealPlatform } from './startRealPlatform.mjs';

const images = 'packages/contract/fixtures/images.yaml';

/**
 * What `npm run test:real` does, each on a platform of its own: what was recorded of a bare API server was
 * recorded without Kratix's definitions in its lists.
 */
export const realStages = [
  onPlatform('api-server', ['--without-kratix'], 'apiServer.contract'),
  onPlatform('kratix', ['--images', images], 'kratix.contract'),
];

function onPlatform(name, options, pattern) {
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
        return await runContract(pattern, platform.kubeconfig);
      } finally {
        await platform.stop();
      }
    },
  };
}
