import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
// The fake of the action's own tests, on the wire: a test must not ship, so it is no dependency.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { FakeGitea } from '../../../plugins/scaffolder-backend-module-kratix/src/__testUtils__/FakeGitea';
import { sandboxPlatform, startOtherPortal } from './startOtherPortal';
import { story } from './story';

const READY_MS = 120_000;
const redises =
  '/apis/services.kratix-portal.io/v1alpha1/namespaces/team-a/redis';

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
      assert.equal(await read(name), undefined, 'nothing is written yet');

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
      assert.match(JSON.stringify(await read(name)), /"version":"7\.2"/);

      await openTab(page, 'Manage');
      const remove = page.getByRole('link', { name: 'Ask to remove it' });
      await remove.waitFor();
      await shot('4-remove');
      await remove.click();
      await submit(page, 'Ask to remove it');
      await followReview(page, 3);
      assert(await read(name), 'it stays until the removal is merged');
      await openRequest(page, name);
      await waiting(page, name, 'Removal').waitFor();
      await merge(gitea, 3, name);
      await page.getByText(/was removed from the platform/).waitFor();
      gitea.assertNothingRefused();
    } catch (error) {
      await shot('failed');
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
  await page.getByRole('link', { name: /^Order/ }).click();
  await textField(page, 'Name').fill(name);
  await textField(page, 'Namespace').fill('team-a');
  await submit(page, 'Order');
}

async function changeVersion(page: Page) {
  await button(page, 'Next').click();
  await page.getByLabel(/^Redis version/).click();
  await page.getByRole('option', { name: '7.2' }).click();
  await submit(page, 'Order');
}

/** Goes on to the form's last page, and sends it. */
async function submit(page: Page, label: string) {
  const send = button(page, label);
  const goOn = button(page, 'Next').or(button(page, 'Review'));
  await send.or(goOn).first().waitFor();
  while (!(await send.isVisible())) {
    // A page is checked before the next one comes.
    await goOn.click({ timeout: 5_000 }).catch(() => undefined);
    await page.waitForTimeout(500);
  }
  await send.click();
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
  visit(page, '/catalog/default/component/redis');

/** A guest signs in anew with each page that is loaded. */
async function visit(page: Page, path: string) {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.or(page.getByRole('main')).first().waitFor();
  if (await enter.isVisible()) {
    await enter.click();
  }
}

/** The catalog takes a moment to hear of what was merged. */
async function openRequest(page: Page, name: string) {
  const title = page.getByRole('heading', { name, exact: true });
  for (let tries = 0; tries < 30; tries += 1) {
    await visit(page, `/catalog/default/resource/redis.team-a.${name}`);
    const found = await title
      .waitFor({ timeout: 5_000 })
      .then(() => true)
      .catch(() => false);
    if (found) {
      return;
    }
  }
  throw new Error(`${name} does not come`);
}

const openTab = (page: Page, name: string) =>
  page.getByRole('main').getByText(name, { exact: true }).first().click();

// A required field's label ends with a star.
const textField = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( \\*)?$`) });

const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true });

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
  const path = `${redises}/${name}`;
  const response = manifest
    ? await ask('PATCH', `${path}?fieldManager=git&force=true`, manifest)
    : await ask('DELETE', path);
  assert(response.ok, `${path}: ${await response.text()}`);
}

async function read(name: string): Promise<unknown> {
  const response = await ask('GET', `${redises}/${name}`);
  return response.ok ? response.json() : undefined;
}

async function ask(method: string, path: string, manifest?: string) {
  const url = process.env.PORTAL_SANDBOX_URL;
  const file = process.env.PORTAL_KUBECONFIG;
  assert(url && file, 'There is no sandbox to deliver to');
  const [, token] = readFileSync(file, 'utf8').match(/^ +token: (\S+)$/m) ?? [];
  return fetch(`${url}${path}`, {
    method,
    headers: {
      ...(manifest && { 'content-type': 'application/apply-patch+yaml' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: manifest,
  });
}
