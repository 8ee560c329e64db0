import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startStricterPortal } from './startStricterPortal';
import { signInAsGuest, story } from './story';

const READY_MS = 120_000;
const group = 'services.kratix-portal.io';

story('a person approves what a workflow waits for', async ({ page, shot }) => {
  await signInAsGuest(page);
  const name = await order('postgresqls', 'PostgreSQL', {
    environment: 'dev',
    dataClass: 'internal',
    storageGi: 20,
  });
  await openManage(page, `postgresql.team-a.${name}`);
  await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor();
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
  assert.equal(await button(page, 'Run again').isDisabled(), true);
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

    await labelPromise('redis', { 'kratix.io/promise-version': 'v9.9.9' });
    await version(page, 'v9.9.9').click();
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
    await openManage(page, `testenvironment.team-a.${name}`);
    await button(page, 'Remove…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^First, .* runs/).waitFor();
    const confirm = dialog.getByRole('button', { name: 'Remove it' });
    assert.equal(await confirm.isDisabled(), true);
    await dialog.getByRole('textbox').fill(name);
    await shot('manage-5-remove');
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });

    await page.getByText('It is being removed already.').waitFor();
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
        assert.equal(await button(page, label).isDisabled(), true);
        await page
          .getByText(`You need the permission ${permission}.`)
          .waitFor();
      }
      assert.equal(await button(page, 'Preview').isDisabled(), false);
      await page.getByRole('link', { name: 'Change', exact: true }).waitFor();
      await page.screenshot({
        path: `${process.env.PORTAL_ARTIFACTS}/manage-6-without-permissions.png`,
        fullPage: true,
      });
    } finally {
      await portal.stop();
    }
  },
);

async function openManage(page: Page, entity: string) {
  const path = `/catalog/default/resource/${entity}/manage`;
  // The catalog takes a moment to hear of what was ordered past it.
  for (let tries = 0; tries < 30; tries += 1) {
    await page.goto(path);
    await page.getByRole('heading').first().waitFor();
    const enter = page.getByRole('button', { name: 'Enter' });
    if (await enter.isVisible()) {
      await enter.click();
    }
    const title = page.getByRole('heading', { name: 'Workflow', exact: true });
    const found = await title
      .waitFor({ timeout: 5_000 })
      .then(() => true)
      .catch(() => false);
    if (found) {
      return;
    }
  }
  throw new Error(`${path} does not come`);
}

/** Of a radio button the label is what one sees, and clicks. */
const version = (page: Page, name: string) =>
  page.locator('label').filter({ hasText: new RegExp(`^${name}`) });

const openTab = (page: Page, name: string) =>
  page.getByRole('main').getByText(name, { exact: true }).first().click();

const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true });

/** Orders past the portal, as kubectl would, under a name that is free. */
async function order(
  plural: string,
  kind: string,
  spec: Record<string, unknown>,
): Promise<string> {
  const name = `story-${randomBytes(3).toString('hex')}`;
  await send('POST', `/apis/${group}/v1alpha1/namespaces/team-a/${plural}`, {
    apiVersion: `${group}/v1alpha1`,
    kind,
    metadata: { name, namespace: 'team-a' },
    spec,
  });
  return name;
}

async function labelPromise(name: string, labels: Record<string, string>) {
  await send('PATCH', `/apis/platform.kratix.io/v1alpha1/promises/${name}`, {
    metadata: { labels },
  });
}

async function send(method: 'POST' | 'PATCH', path: string, body: object) {
  const url = process.env.PORTAL_SANDBOX_URL;
  const file = process.env.PORTAL_KUBECONFIG;
  assert(url && file, 'There is no sandbox to order from');
  const [, token] = readFileSync(file, 'utf8').match(/^ +token: (\S+)$/m) ?? [];
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  assert(response.ok, `${method} ${path}: ${await response.text()}`);
}
