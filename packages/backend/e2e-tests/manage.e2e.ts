import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { button, openTab } from './controls';
import { HELD, holdSteps } from './holdSteps';
import type { Look } from './looks/Look';
import { lookAt } from './looks/lookAt';
import { openKnownPage, openPage } from './openPage';
import { openPlatform } from './platformApi';
import { createRequest, requestsPath } from './sandboxApi';
import { startStricterPortal } from './startOtherPortal';
import { signInAsGuest, story } from './story';
import { until } from './until';

const READY_MS = 240_000;

story('a person approves what a workflow waits for', async ({ page, shot }) => {
  await signInAsGuest(page);
  const name = await order('postgresqls', 'PostgreSQL', {
    environment: 'dev',
    dataClass: 'internal',
    storageGi: 20,
  });
  await openManage(page, `postgresql.team-a.${name}`);
  await page
    .getByRole('heading', { name: 'Waiting for approval' })
    .waitFor({ timeout: READY_MS });
  await page
    .getByText(/approves 20 GiB in dev/)
    .first()
    .waitFor();
  await shot('manage-1-waiting');

  await page.getByRole('textbox', { name: /^Why/ }).fill('Budget is there');
  await button(page, 'Let it go on').click();
  await page.getByText(/Let go on by/).waitFor();
  await page.getByText('Budget is there').waitFor();
  await page
    .getByRole('heading', { name: 'Waiting for approval' })
    .waitFor({ state: 'detached' });

  await openTab(page, 'Overview');
  await page
    .getByRole('heading', { name: /^Ready/ })
    .waitFor({ timeout: READY_MS });
});

story('a person pauses a request and resumes it', async ({ page, shot }) => {
  await signInAsGuest(page);
  const name = await order('redis', 'Redis', { environment: 'dev' });
  await openManage(page, `redis.team-a.${name}`);

  await button(page, 'Pause').click();
  await page.getByText(/Paused by/).waitFor();
  await button(page, 'Resume').waitFor();
  await until(() => button(page, 'Run again').isDisabled());
  await page.getByText('It is paused: resume it first.').first().waitFor();
  await shot('manage-2-paused');

  // The card offers the same as the next thing to do.
  await openTab(page, 'Overview');
  await page.getByRole('heading', { name: /^Paused/ }).waitFor();
  await button(page, 'Resume').click();
  await page
    .getByRole('heading', { name: /^Ready/ })
    .waitFor({ timeout: READY_MS });
});

story(
  'a person upgrades a request and rolls it back',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = await order('redis', 'Redis', { environment: 'dev' });
    await openManage(page, `redis.team-a.${name}`);
    await page.getByText(/is at v/).waitFor({ timeout: READY_MS });
    const [before] =
      (await page.getByText(/is at v/).textContent())?.match(
        /v\d+\.\d+\.\d+/,
      ) ?? [];
    assert(before);
    await version(page, before).click();
    await button(page, `Stay at ${before}`).click();
    await page.getByText(`It follows ${before}`).waitFor();

    await labelPromise('redis', 'v9.9.9');
    try {
      await version(page, 'v9.9.9').click({ timeout: READY_MS });
      await shot('manage-3-versions');
      await button(page, 'Upgrade to v9.9.9').click();
      await page
        .getByText('It follows v9.9.9 and is at v9.9.9.')
        .waitFor({ timeout: READY_MS });

      await version(page, before).click();
      await button(page, `Roll back to ${before}`).click();
      await page
        .getByText(`It follows ${before} and is at ${before}.`)
        .waitFor({ timeout: READY_MS });
    } finally {
      await labelPromise('redis', before);
    }
  },
);

story('a person sees what a change would bring', async ({ page, shot }) => {
  await signInAsGuest(page);
  const name = await order('redis', 'Redis', {
    environment: 'dev',
    version: '7.2',
  });
  await openManage(page, `redis.team-a.${name}`);
  await page.getByText(/is at v/).waitFor({ timeout: READY_MS });
  const editor = page.getByRole('textbox', { name: 'What to ask for' });
  await until(async () => (await editor.inputValue()).includes('7.2'));
  await editor.fill((await editor.inputValue()).replace('7.2', '7.4'));
  await button(page, 'Preview').click();
  await page
    .getByText(/\d added, \d changed, \d removed/)
    .waitFor({ timeout: READY_MS });
  await shot('manage-4-preview');
  const text = (await page.locator('pre').allTextContents()).join('\n');
  assert.match(text, /^\+/m);
  assert.doesNotMatch(text, /kratix-dry-run/);
});

story(
  'a person removes a request by way of its delete workflow',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = await order('testenvironments', 'TestEnvironment', {
      service: 'checkout-web',
      version: '1.0.0',
    });
    const letGo = await holdSteps(
      `${requestsPath('testenvironments')}/${name}`,
      { 'destroy/terraform': HELD },
    );
    await openManage(page, `testenvironment.team-a.${name}`);
    await button(page, 'Remove…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^First, .* runs/).waitFor();
    const confirm = dialog.getByRole('button', { name: 'Remove it' });
    await until(() => confirm.isDisabled());
    await dialog.getByRole('textbox').fill(name);
    await shot('manage-5-remove');
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });

    await page.getByText('It is being removed already.').waitFor();
    await until(() => hasDeleteWorkflow(name));
    await letGo();
    await page
      .getByText(/was removed from the platform/)
      .waitFor({ timeout: READY_MS });
  },
);

story(
  'a person without permissions sees what they may, and why not the rest',
  async ({ page: first }) => {
    const browser = first.context().browser();
    assert(browser);
    const name = await order('redis', 'Redis', { environment: 'dev' });
    const portal = await startStricterPortal([
      'kratix.request.pause',
      'kratix.request.delete',
      'kratix.request.rerun',
      'kratix.platform.read',
    ]);
    try {
      const page = await browser.newPage({ baseURL: portal.url });
      page.setDefaultTimeout(READY_MS);
      await signInAsGuest(page);
      await openManage(page, `redis.team-a.${name}`);

      for (const [label, permission] of [
        ['Pause', 'kratix.request.pause'],
        ['Run again', 'kratix.request.rerun'],
        ['Remove…', 'kratix.request.delete'],
      ] as const) {
        await page
          .getByText(`You need the permission ${permission}.`)
          .waitFor();
        await until(() => button(page, label).isDisabled());
      }
      await until(() => button(page, 'Preview').isEnabled());
      await page.getByRole('link', { name: 'Change', exact: true }).waitFor();
      await lookAt([withoutPermissions(name)], browser, portal.url);

      await openPage(page, '/kratix');
      await page.getByText('You may not see this.').first().waitFor();
      await page
        .getByText(/permission kratix\.platform\.read/)
        .first()
        .waitFor();
      // What the platform offers is another permission's affair.
      await page
        .getByRole('region', { name: 'What the platform offers' })
        .getByRole('link', { name: 'Order Redis' })
        .waitFor();
    } finally {
      await portal.stop();
    }
  },
);

const openManage = (page: Page, entity: string) =>
  openKnownPage(
    page,
    `/catalog/default/resource/${entity}/manage`,
    page.getByRole('heading', { name: 'Workflow', exact: true }),
  );

/** By the labels that Kratix puts on the Jobs of a workflow. */
async function hasDeleteWorkflow(name: string): Promise<boolean> {
  const jobs = await openPlatform().list(
    '/apis/batch/v1/namespaces/team-a/jobs?labelSelector=kratix.io/workflow-action=delete',
  );
  return jobs.some(
    ({ metadata }) => metadata.labels?.['kratix.io/resource-name'] === name,
  );
}

const withoutPermissions = (name: string): Look => ({
  name: 'without-permissions',
  path: `/catalog/default/resource/redis.team-a.${name}/manage`,
  sign: page => page.getByText('You need the permission kratix.request.pause.'),
});

/** Of a radio button the label is what one sees, and clicks. */
const version = (page: Page, name: string) =>
  page.locator('label').filter({ hasText: new RegExp(`^${name}`) });

/** Orders past the portal under a name that is free. */
async function order(
  plural: string,
  kind: string,
  spec: Readonly<Record<string, unknown>>,
): Promise<string> {
  const name = `story-${randomBytes(3).toString('hex')}`;
  await createRequest(plural, kind, { name, spec });
  return name;
}

const labelPromise = (name: string, at: string) =>
  openPlatform().patch(`/apis/platform.kratix.io/v1alpha1/promises/${name}`, {
    metadata: { labels: { 'kratix.io/promise-version': at } },
  });
