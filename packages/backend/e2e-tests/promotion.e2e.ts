// Told against: npm start -- --fleet
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
// The fake of the action's own tests, on the wire: a test must not ship, so it is no dependency.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { FakeGitea } from '../../../plugins/scaffolder-backend-module-kratix/src/__testUtils__/FakeGitea';
import { choose, textField } from './controls';
import { fleetWithGitea } from './fleetWithGitea';
import { lookAt } from './looks/lookAt';
import { promotionPages, rolloutPages } from './looks/promotionPages';
import { openKnownPage, openPage } from './openPage';
import { openPlatform, type PlatformApi } from './platformApi';
import {
  queue,
  queuePromise,
  queuePromisePath,
  queuesIn,
} from './queuePromise';
import { shotInThemes } from './shotInThemes';
import { startOtherPortal } from './startOtherPortal';
import { story } from './story';
import { submitForm } from './submitForm';
import { until } from './until';

type Shot = (what: string, sign: Locator) => Promise<void>;

const READY_MS = 120_000;
const file = 'promises/message-queue.yaml';
const promisePage = '/catalog/prod/component/message-queue';
const versions = `${promisePage}/versions`;
const bindings =
  '/apis/platform.kratix.io/v1alpha1/namespaces/team-a/resourcebindings';
/** In team-a; that of team-b uses an engine that the change forgets. */
const names = ['audit', 'invoices', 'mails', 'orders'];

story(
  'a person sees a change drift, mends it, promotes it by pull request, rolls it out in batches and one back',
  async ({ page: first }) => {
    const browser = first.context().browser();
    assert(browser);
    const [dev, prod] = [openPlatform('dev'), openPlatform('prod')];
    const gitea = await FakeGitea.start();
    gitea.branches
      .get('main')
      ?.set(file, JSON.stringify(queuePromise('v1.0.0', ['log', 'classic'])));
    const portal = await startOtherPortal(fleetWithGitea(gitea));
    const page = await browser.newPage({
      baseURL: portal.url,
      viewport: { width: 1440, height: 1000 },
    });
    page.setDefaultTimeout(READY_MS);
    const shot: Shot = (what, sign) =>
      shotInThemes(page, `promotion-${what}`, sign);
    try {
      await installEverywhere(dev, prod);
      await seeDrift(page, dev);
      await shot('1-drift', page.getByText('Behind').first());
      await seeImpactAndMend(page, dev, shot);
      await promote(page, gitea, shot);
      await lookAt(promotionPages, browser, portal.url);
      gitea.merge(1);
      await prod.apply(queuePromisePath, gitea.file(file) ?? '', 'git');
      await rollOutInBatches(page, prod, shot);
      await rollOneBack(page, prod, shot);
      await lookAt(rolloutPages, browser, portal.url);
      gitea.assertNothingRefused();
    } catch (error) {
      await page
        .screenshot({
          path: `${process.env.PORTAL_ARTIFACTS}/promotion-failed.png`,
        })
        .catch(() => {});
      throw error;
    } finally {
      await portal.stop();
      await gitea.stop();
      await Promise.all([dev, prod].map(one => one.remove(queuePromisePath)));
    }
  },
);

/** The same on both, with requests on prod that follow the version that they have. */
async function installEverywhere(dev: PlatformApi, prod: PlatformApi) {
  const promise = queuePromise('v1.0.0', ['log', 'classic']);
  await Promise.all(
    [dev, prod].map(one => one.apply(queuePromisePath, promise, 'git')),
  );
  await until(() =>
    prod.list(queuesIn('team-a')).then(
      () => true,
      () => false,
    ),
  );
  await Promise.all([
    ...names.map(name =>
      prod.create(
        queuesIn('team-a'),
        queue({ namespace: 'team-a', name }, { engine: 'log' }),
      ),
    ),
    prod.create(
      queuesIn('team-b'),
      queue({ namespace: 'team-b', name: 'ledger' }, { engine: 'classic' }),
    ),
  ]);
  await until(() => areAt(prod, 'v1.0.0', names));
  const own = await prod.list(
    `${bindings}?labelSelector=kratix.io/promise-name=message-queue`,
  );
  assert.equal(own.length, names.length);
  await Promise.all(
    own.map(({ metadata }) =>
      prod.patch(`${bindings}/${metadata.name}`, {
        spec: { version: 'v1.0.0' },
      }),
    ),
  );
}

async function seeDrift(page: Page, dev: PlatformApi) {
  const isListening = listensToHints(page);
  await openPage(page, '/kratix/fleet');
  const row = page.getByRole('row', { name: /^Message queue/ });
  await row.getByText('same').waitFor();
  await page
    .getByRole('link', { name: 'Promote Kafka topic to Production…' })
    .waitFor();
  await isListening;
  await dev.apply(queuePromisePath, queuePromise('v1.1.0', ['log']), 'git');
  // Nobody reloads here.
  await row.getByText('v1.1.0').waitFor();
  await row.getByText('Behind').waitFor();
}

/**
 * A page that is open hears of changes from then on; what changed before, it asks for only after a while. The
 * first connection to a backend that has just started fails (plugin-signals-backend listens from then on).
 */
function listensToHints(page: Page): Promise<void> {
  return new Promise(resolve => {
    page.on('websocket', socket =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('subscribe')) {
          resolve();
        }
      }),
    );
  });
}

async function seeImpactAndMend(page: Page, dev: PlatformApi, shot: Shot) {
  await page
    .getByRole('link', { name: /Message queue on Production with Development/ })
    .click();
  await page
    .getByRole('heading', { name: 'Breaking: 1 request would be refused.' })
    .waitFor();
  const refused = page.getByRole('row', { name: /ledger/ });
  await refused.getByText('Would be refused').waitFor();
  await refused
    .getByText(/spec\.engine Unsupported value: "classic"/)
    .waitFor();
  await refused.getByRole('link', { name: /Payments|team-b/ }).waitFor();
  await shot('2-breaking', refused);

  const mended = queuePromise('v1.1.1', ['log', 'classic', 'stream']);
  await dev.apply(queuePromisePath, mended, 'git');
  await page.getByText('v1.0.0 → v1.1.1').waitFor();
  const stay = page.getByText(/5 stay as they are/);
  await stay.waitFor();
  await shot('3-mended', stay);
}

async function promote(page: Page, gitea: FakeGitea, shot: Shot) {
  await page.getByRole('link', { name: 'Promote to Production…' }).click();
  await shot('4-form', textField(page, 'Promise'));
  await submitForm(page, 'Promote');
  const link = page.getByRole('link', { name: 'Open the review' });
  await link.waitFor();
  assert.match((await link.getAttribute('href')) ?? '', /orders\/pulls\/1$/);
  await shot('5-promoted', link);

  const [pull] = gitea.pulls;
  assert.equal(pull?.title, 'Promote message-queue v1.1.1 to Production');
  assert.match(pull.body, /v1\.0\.0.*v1\.1\.1/);
  assert.match(gitea.file(file, pull.head) ?? '', /promise-version: v1\.1\.1/);
  assert.match(gitea.file(file) ?? '', /v1\.0\.0/);

  const waiting = page
    .getByRole('region', { name: 'Waiting for review' })
    .getByRole('link', { name: /Promotion of Promote message-queue v1\.1\.1/ });
  await openKnownPage(page, promisePage, waiting);
  await shot('6-waiting', waiting);
}

async function rollOutInBatches(page: Page, prod: PlatformApi, shot: Shot) {
  const lagging = page.getByText('4 of 5 are not at v1.1.1.');
  await openKnownPage(page, versions, lagging);
  await shot('7-who-lags', lagging);
  await page.getByRole('textbox', { name: 'How many at once' }).fill('2');
  await page.getByRole('link', { name: /^Roll out/ }).click();
  await submitForm(page, 'Roll out');
  const second = page.getByText('Batch 2 of 2').first();
  await second.waitFor();
  await until(() => areAt(prod, 'v1.1.1', names));
  await shot('8-rolled-out', second);
}

async function rollOneBack(page: Page, prod: PlatformApi, shot: Shot) {
  await openKnownPage(
    page,
    versions,
    page.getByText('0 of 5 are not at v1.1.1.'),
  );
  await choose(page, /To version/, 'v1.0.0');
  await page.getByRole('link', { name: 'Move alone…: team-a/mails' }).click();
  await submitForm(page, 'Roll out');
  await until(() => areAt(prod, 'v1.0.0', ['mails']));
  const back = page.getByText('1 of 5 are not at v1.1.1.');
  await openKnownPage(page, versions, back);
  await shot('9-rolled-back', back);
}

async function areAt(
  platform: PlatformApi,
  version: string,
  wanted: readonly string[],
): Promise<boolean> {
  const all = await platform.list(queuesIn('team-a'));
  return wanted.every(
    name =>
      all.find(({ metadata }) => metadata.name === name)?.status
        ?.promiseVersion === version,
  );
}
