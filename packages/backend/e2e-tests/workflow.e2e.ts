import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, textField } from './controls';
import { signInAsGuest, story } from './story';

const READY_MS = 120_000;

story(
  'a platform engineer finds why a request failed in its log',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await open(page, 'testenvironment.team-b.ledger-2-0');

    // The failing step is the one that is shown.
    const log = page.getByRole('region', { name: 'Log of terraform' }).last();
    await log.getByText(/there is no image ledger:2.0.0/).waitFor();
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
    await order(page, 'watched');
    await page.getByRole('link', { name: 'Workflow', exact: true }).click();

    const runs = page.getByRole('navigation', { name: 'Runs' });
    await runs.getByText('Running').waitFor();
    await page
      .getByText('Following', { exact: true })
      .waitFor({ timeout: READY_MS });
    const steps = page.getByRole('region', { name: 'Steps' });
    const before = await steps.locator('[aria-current]').textContent();
    await shot('workflow-3-following');

    // Nobody clicks or reloads: the log moves on to the next step by itself.
    await runs.getByText('Done').waitFor({ timeout: READY_MS });
    await shot('workflow-4-done');
    const after = await steps.locator('[aria-current]').textContent();
    assert.notEqual(after, before, 'the log stayed at the first step');
    assert.equal(await runs.getByText('Order', { exact: true }).count(), 1);
  },
);

async function open(page: Page, entity: string) {
  await page.getByRole('heading', { name: 'Catalog', level: 1 }).waitFor();
  await page.goto(`/catalog/default/resource/${entity}/workflow`);
}

async function order(page: Page, name: string) {
  await page.getByRole('link', { name: 'Test environment' }).first().click();
  await page.getByRole('link', { name: 'Order' }).first().click();
  await textField(page, 'Name').fill(name);
  await textField(page, 'Namespace').fill('team-a');
  await button(page, 'Next').click();
  await page.getByLabel(/^Service/).click();
  await page.getByRole('option', { name: 'checkout-api' }).click();
  await textField(page, 'Version to test').fill('1.45.0');
  await button(page, 'Next').click();
  // More options, which nobody needs here.
  await button(page, 'Next').click();
  await page.getByText(/ would take this$/).waitFor();
  await button(page, 'Review').click();
  await button(page, 'Order').click();
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}
