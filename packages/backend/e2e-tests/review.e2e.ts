import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
// The fake of the action's own tests, on the wire: a test must not ship, so it is no dependency.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { FakeGitea } from '../../../plugins/scaffolder-backend-module-kratix/src/__testUtils__/FakeGitea';
import { entityTab, openTab, textField } from './controls';
import { openKnownPage } from './openPage';
import { openPlatform } from './platformApi';
import { readRequest, requestsPath } from './sandboxApi';
import { sandboxPlatform, startOtherPortal } from './startOtherPortal';
import { story } from './story';
import { submitForm } from './submitForm';
import { turnPage } from './turnPage';

const READY_MS = 240_000;

story(
  'a person orders, changes and removes by pull request',
  async ({ page: first }) => {
    const browser = first.context().browser();
    assert(browser);
    const gitea = await FakeGitea.start();
    const portal = await startOtherPortal(reviewedBy(gitea));
    const name = `review-${randomBytes(3).toString('hex')}`;
    const page = await browser.newPage({
      baseURL: portal.url,
      viewport: { width: 1440, height: 1000 },
    });
    page.setDefaultTimeout(READY_MS);
    const shot = async (what: string) => {
      await page.screenshot({
        path: `${process.env.PORTAL_ARTIFACTS}/review-${what}.png`,
        fullPage: true,
      });
    };
    try {
      await order(page, name);
      await followReview(page, 1);
      await shot('1-opened');
      assert.equal(
        await readRequest('redis', name),
        undefined,
        'nothing is written yet',
      );

      await openPromise(page);
      await waiting(page, name, 'New').waitFor();
      await shot('2-waiting');
      await merge(gitea, 1, name);
      await openRequest(page, name);
      await page.getByRole('heading', { name: /^Ready/ }).waitFor();
      await waiting(page, name, 'New').waitFor({ state: 'detached' });

      await openTab(page, 'Manage');
      await page.getByRole('link', { name: 'Change', exact: true }).click();
      await changeVersion(page);
      await followReview(page, 2);
      assert.match(fileOf(gitea, name, 2) ?? '', /version: "7\.2"/);
      assert.doesNotMatch(fileOf(gitea, name) ?? '', /7\.2/);
      await openRequest(page, name);
      await waiting(page, name, 'Change').waitFor();
      await shot('3-change');
      await merge(gitea, 2, name);
      assert.match(
        JSON.stringify(await readRequest('redis', name)),
        /"version":"7\.2"/,
      );

      await openTab(page, 'Manage');
      const remove = page.getByRole('link', { name: 'Ask to remove it' });
      await remove.waitFor();
      await shot('4-remove');
      await remove.click();
      await submitForm(page, 'Ask to remove it');
      await followReview(page, 3);
      assert(
        await readRequest('redis', name),
        'it stays until the removal is merged',
      );
      await openRequest(page, name);
      await waiting(page, name, 'Removal').waitFor();
      await merge(gitea, 3, name);
      await page.getByText(/was removed from the platform/).waitFor();
      gitea.assertNothingRefused();
    } catch (error) {
      await shot('failed').catch(() => {});
      throw error;
    } finally {
      await portal.stop();
      await gitea.stop();
    }
  },
);

function reviewedBy({ host }: FakeGitea) {
  return {
    integrations: {
      gitea: [{ host, baseUrl: `http://${host}`, password: 'secret' }],
    },
    // A Gitea of one's own; those of the world have names.
    backend: { reading: { allow: [{ host }] } },
    kratix: {
      platforms: [
        sandboxPlatform({
          delivery: {
            mode: 'pull-request',
            repository: { host, owner: 'acme', repo: 'orders', path: 'live' },
          },
        }),
      ],
    },
  };
}

async function order(page: Page, name: string) {
  await openPromise(page);
  await orderLink(page).click();
  await textField(page, 'Name').fill(name);
  await textField(page, 'Namespace').fill('team-a');
  await submitForm(page, 'Order');
}

async function changeVersion(page: Page) {
  await turnPage(page, 'Next');
  await page.getByLabel(/^Redis version/).click();
  await page.getByRole('option', { name: '7.2' }).click();
  await submitForm(page, 'Order');
}

/** The task's output leads to the review. */
async function followReview(page: Page, number: number) {
  const link = page.getByRole('link', { name: 'Open the review' });
  await link.waitFor();
  assert.match(
    (await link.getAttribute('href')) ?? '',
    new RegExp(`/acme/orders/pulls/${number}$`),
  );
}

const waiting = (page: Page, name: string, operation: string) =>
  page
    .getByRole('region', { name: 'Waiting for review' })
    .getByRole('link', { name: new RegExp(`${operation} of ${name}`) });

const openPromise = (page: Page) =>
  openKnownPage(page, '/catalog/default/component/redis', orderLink(page));

const orderLink = (page: Page) => page.getByRole('link', { name: /^Order/ });

const openRequest = (page: Page, name: string) =>
  openKnownPage(
    page,
    `/catalog/default/resource/redis.team-a.${name}`,
    entityTab(page, 'Workflow'),
  );

/** As it stands on the branch of a review, or else on the main one. */
function fileOf(gitea: FakeGitea, name: string, number?: number) {
  const path = `live/sandbox/team-a/redis.services.kratix-portal.io/${name}.yaml`;
  const head = gitea.pulls.find(pull => pull.number === number)?.head;
  return gitea.file(path, head);
}

/** What a reviewer does, and then whoever brings the repository to the cluster. */
async function merge(gitea: FakeGitea, number: number, name: string) {
  gitea.merge(number);
  const manifest = fileOf(gitea, name);
  const path = `${requestsPath('redis')}/${name}`;
  await (manifest
    ? openPlatform().apply(path, manifest, 'git')
    : openPlatform().remove(path));
}
