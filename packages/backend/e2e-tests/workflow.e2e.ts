import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, openTab, textField } from './controls';
import { HELD, holdSteps } from './holdSteps';
import { openKnownPage } from './openPage';
import { signInAsGuest, story } from './story';
import { turnPage } from './turnPage';
import { until } from './until';

const READY_MS = 240_000;
const promise = '/apis/platform.kratix.io/v1alpha1/promises/testenvironment';

story(
  'a platform engineer finds why a request failed in its log',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    // The failing step is the one that is shown.
    const log = page.getByRole('region', { name: 'Log of terraform' }).last();
    await openKnownPage(
      page,
      '/catalog/default/resource/testenvironment.team-b.ledger-2-0/workflow',
      log.getByText(/there is no image ledger:2.0.0/),
    );
    await page.getByRole('navigation', { name: 'Runs' }).waitFor();
    await shot('workflow-1-failed');

    await page.getByRole('searchbox', { name: /Search/ }).fill('ERROR');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.getByRole('button', { name: 'Next match' }).click();

    // A colleague who gets the link sees the same line.
    await log
      .getByRole('link', { name: 'Link to line 1', exact: true })
      .click();
    await page.waitForURL(/step=terraform.*line=1/);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await log
      .getByRole('link', { name: 'Link to line 1', exact: true })
      .waitFor();
    await shot('workflow-2-line');
  },
);

story(
  'a developer watches the log of an order until it is ready',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const runs = page.getByRole('navigation', { name: 'Runs' });
    const steps = page.getByRole('region', { name: 'Steps' });
    const current = () => steps.locator('[aria-current]').textContent();
    const letGo = await holdSteps(promise, { 'plan/terraform': HELD });
    let before: string | null;
    try {
      await order(page, 'watched');
      await openTab(page, 'Workflow');
      await runs.getByText('Running').waitFor({ timeout: READY_MS });
      await page
        .getByText('Following', { exact: true })
        .waitFor({ timeout: READY_MS });
      before = await current();
      await shot('workflow-3-following');
    } finally {
      await letGo();
    }

    // Nobody clicks or reloads: the log moves on to the next step by itself.
    await runs.getByText('Done').waitFor({ timeout: READY_MS });
    await until(async () => (await current()) !== before);
    await shot('workflow-4-done');
    assert.equal(await runs.getByText('Order', { exact: true }).count(), 1);
  },
);

async function order(page: Page, name: string) {
  await openKnownPage(
    page,
    '/catalog/default/component/testenvironment',
    page.getByRole('link', { name: 'Order Test environment', exact: true }),
  );
  await page
    .getByRole('link', { name: 'Order Test environment', exact: true })
    .click();
  await textField(page, 'Name').fill(name);
  await textField(page, 'Namespace').fill('team-a');
  await turnPage(page, 'Next');
  await page.getByLabel(/^Service/).click();
  await page.getByRole('option', { name: 'checkout-api' }).click();
  await textField(page, 'Version to test').fill('1.45.0');
  await turnPage(page, 'Next');
  // More options, which nobody needs here.
  await turnPage(page, 'Next');
  await page.getByText(/ would take this$/).waitFor();
  await turnPage(page, 'Review');
  await button(page, 'Order').click();
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}
