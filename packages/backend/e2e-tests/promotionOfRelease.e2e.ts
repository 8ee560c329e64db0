// Told against: npm start -- --fleet
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
// The fake of the action's own tests, on the wire: a test must not ship, so it is no dependency.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { FakeGitea } from '../../../plugins/scaffolder-backend-module-kratix/src/__testUtils__/FakeGitea';
import { textField } from './controls';
import { fleetWithGitea } from './fleetWithGitea';
import { openPage } from './openPage';
import { openPlatform, type PlatformApi } from './platformApi';
import { queuePromise, queuePromisePath } from './queuePromise';
import { shotInThemes } from './shotInThemes';
import { fleetPlatform, startOtherPortal } from './startOtherPortal';
import { story } from './story';
import { submitForm } from './submitForm';
import { until } from './until';

type Shot = (what: string, sign: Locator) => Promise<void>;

const READY_MS = 120_000;
const GONE_MS = 240_000;
const file = 'promises/message-queue.yaml';
const releasePath =
  '/apis/platform.kratix.io/v1alpha1/promisereleases/message-queue';
const fetchedFrom = (version: string) =>
  `https://promises.example.com/api/v1/message-queue/${version}/promise.yaml`;

story(
  'a person promotes what a PromiseRelease keeps, at once to one platform and by pull request to another',
  async ({ page: first }) => {
    const browser = first.context().browser();
    assert(browser);
    const [dev, staging, prod] = ['dev', 'staging', 'prod'].map(name =>
      openPlatform(name),
    );
    assert(dev && staging && prod);
    // Another story has the same Promise, and leaves while this one comes.
    await areGone([dev, staging, prod]);
    const gitea = await FakeGitea.start();
    gitea.branches.get('main')?.set(file, release('v1.0.0'));
    const stagingAtOnce = fleetPlatform('staging', {
      title: 'Staging',
      promotion: { mode: 'apply' },
    });
    const portal = await startOtherPortal(
      fleetWithGitea(gitea, [stagingAtOnce]),
    );
    const page = await browser.newPage({ baseURL: portal.url });
    page.setDefaultTimeout(READY_MS);
    try {
      await dev.apply(queuePromisePath, promiseAt('v1.1.0'), 'git');
      await install(staging, 'kratix-portal');
      await install(prod, 'git');
      await promoteAtOnce(page, staging);
      await promoteByReview(page, gitea);
      await prod.apply(releasePath, gitea.file(file) ?? '', 'git');
      gitea.assertNothingRefused();
    } catch (error) {
      await page
        .screenshot({
          path: `${process.env.PORTAL_ARTIFACTS}/promotion-of-release-failed.png`,
        })
        .catch(() => {});
      throw error;
    } finally {
      await portal.stop();
      await gitea.stop();
      await Promise.all([
        dev.remove(queuePromisePath),
        // Kratix takes the Promise away with it.
        ...[staging, prod].map(one => one.remove(releasePath)),
      ]);
      await areGone([dev, staging, prod]);
    }
  },
);

async function promoteAtOnce(page: Page, staging: PlatformApi) {
  const shot = shotsOf(page, 'at-once');
  await openImpact(page, 'Staging');
  await shot('1-impact', page.getByText('v1.0.0 → v1.1.0'));
  await page.getByRole('link', { name: 'Promote to Staging…' }).click();
  await shot('2-form', textField(page, 'Promise'));
  await submitForm(page, 'Promote');
  await page.getByText('Promoted message-queue to Staging').waitFor();
  const told = page.getByText('its version changes from v1.0.0 to v1.1.0');
  await shot('3-done', told);

  const changed = await staging.read(releasePath);
  assert.deepEqual(changed?.spec, {
    version: 'v1.1.0',
    sourceRef: { type: 'http', url: fetchedFrom('v1.1.0') },
  });
  // The sandbox fetches nothing: what Kratix would do now.
  await staging.apply(queuePromisePath, keptPromise('v1.1.0'), 'manager');
  await openPage(page, '/kratix/fleet');
  const row = page.getByRole('row', { name: /^Message queue/ });
  const behind = row.getByText('Behind');
  await until(async () => (await behind.count()) === 1);
  await shot('4-fleet', behind);
}

async function promoteByReview(page: Page, gitea: FakeGitea) {
  const shot = shotsOf(page, 'by-review');
  await openImpact(page, 'Production');
  await page.getByRole('link', { name: 'Promote to Production…' }).click();
  await textField(page, 'Promise').waitFor();
  await submitForm(page, 'Promote');
  const link = page.getByRole('link', { name: 'Open the review' });
  await link.waitFor();
  await shot('1-promoted', link);

  const [pull] = gitea.pulls;
  assert.equal(pull?.title, 'Promote message-queue v1.1.0 to Production');
  assert.match(
    pull.body,
    /The PromiseRelease `message-queue` keeps this Promise: its version changes from `v1\.0\.0` to `v1\.1\.0`, and its source with it\./,
  );
  assert.equal(gitea.file(file, pull.head), release('v1.1.0'));
  gitea.merge(1);
  assert.equal(gitea.file(file), release('v1.1.0'));
}

async function openImpact(page: Page, platform: string) {
  await page.setViewportSize(wide);
  await openPage(page, '/kratix/fleet');
  await page
    .getByRole('link', {
      name: new RegExp(`Message queue on ${platform} with Development`),
    })
    .click();
}

const wide = { width: 1280, height: 1000 };
const narrow = { width: 420, height: 900 };

function shotsOf(page: Page, part: string): Shot {
  return async (what, sign) => {
    for (const size of [narrow, wide]) {
      await page.setViewportSize(size);
      await shotInThemes(
        page,
        `promotion-of-release-${part}-${what}-${size.width}`,
        sign,
      );
    }
  };
}

async function areGone(platforms: readonly PlatformApi[]) {
  await Promise.all(
    platforms.map(platform =>
      until(async () => !(await platform.read(queuePromisePath)), GONE_MS),
    ),
  );
}

/** As Kratix leaves it: the PromiseRelease, and the Promise that it fetched. */
async function install(platform: PlatformApi, manager: string) {
  await platform.apply(queuePromisePath, keptPromise('v1.0.0'), 'manager');
  await platform.apply(releasePath, release('v1.0.0'), manager);
}

function promiseAt(version: string) {
  return queuePromise(version, ['log', 'stream']);
}

function keptPromise(version: string) {
  const promise = promiseAt(version);
  return {
    ...promise,
    metadata: {
      ...promise.metadata,
      labels: {
        ...promise.metadata.labels,
        'kratix.io/promise-release-name': 'message-queue',
      },
    },
  };
}

function release(version: string): string {
  return `# Kept by the platform team.
apiVersion: platform.kratix.io/v1alpha1
kind: PromiseRelease
metadata:
  name: message-queue
spec:
  version: ${version}
  sourceRef:
    type: http
    url: ${fetchedFrom(version)}
`;
}
