import { runContract } from './runContract.mjs';
import { runIdentityChecks } from './runIdentityChecks.mjs';
import { runPortalStories } from './runPortalStories.mjs';
import { startRealPlatform } from './startRealPlatform.mjs';

const withExamples = [
  ...['--images', 'packages/real-platform/fixtures/images.yaml'],
  ...['--deliver', 'platform'],
];

/** What was recorded of the pinned Kratix, or shows what only that has, says nothing of another (ADR 26). */
const PINNED = ['--kratix', 'pinned'];
/** In whose name a cluster is asked is the same whichever it is. */
const ANY = ['--kratix', 'any'];

const NOT_ON_EXISTING =
  'it installs examples/ and judges by the audit log, which takes a platform of our own';

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
    ['--images', 'packages/contract/fixtures/images.yaml', ...PINNED],
    platform => runContract('kratix.contract', platform.kubeconfig),
  ),
  notOnExisting(
    onPlatform('portal', [...withExamples, ...PINNED], runPortalStories),
  ),
  notOnExisting(
    onPlatform('identity', [...withExamples, ...ANY], runIdentityChecks),
  ),
];

/** Its owner allows it in two places, which packages/real-platform looks at. */
function isExistingNamed() {
  return Boolean(process.env.KRATIX_PORTAL_TEST_CLUSTER);
}

function notOnExisting({ name, run }) {
  return {
    name,
    run: async means =>
      isExistingNamed() ? toSkipped(NOT_ON_EXISTING) : run(means),
  };
}

function toSkipped(why) {
  return { passed: 0, failed: 0, skipped: 1, output: `SKIPPED: ${why}` };
}

function onPlatform(name, options, check) {
  return {
    name,
    /** Without building, where a program would have to be built it is skipped. */
    async run({ isBuilding = true } = {}) {
      const platform = await startRealPlatform(
        name,
        [
          ...options,
          ...(isBuilding ? [] : ['--no-building']),
          ...(isExistingNamed() ? ['--existing'] : []),
        ],
        text => console.log(text.replace(/^/gm, '  ')),
      );
      if (platform.lacks) {
        return toSkipped(`what it takes is not there: ${platform.lacks}`);
      }
      try {
        return await check(platform);
      } finally {
        await platform.stop();
      }
    },
  };
}
